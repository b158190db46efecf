namespace SsoOidc.Tests.BrowserFlow;

public class BrowserVariableTests
{
    private const string Url = "https://device.example/?a=$(touch x)&b='\"%s";

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" : :&")]
    [InlineData("firefox 'not closed")]
    public void Without_a_command_there_is_none(string? value) => Assert.Empty(BrowserVariable.Commands(value, Url));

    [Theory]
    [InlineData("firefox", "firefox|{0}")]
    [InlineData("/opt/a b/firefox", "/opt/a|b/firefox|{0}")]
    [InlineData("'/opt/a b/firefox' -P \"my profile\"", "/opt/a b/firefox|-P|my profile|{0}")]
    [InlineData("firefox --new-tab=%s --kiosk", "firefox|--new-tab={0}|--kiosk")]
    [InlineData("firefox %s &", "firefox|{0}")]
    [InlineData("echo $(touch y);x", "echo|$(touch|y);x|{0}")]
    public void A_command_may_have_arguments_and_say_where_the_address_goes(string value, string words) =>
        Assert.Equal(words.Replace("{0}", Url), string.Join('|', Assert.Single(BrowserVariable.Commands(value, Url))));

    [Fact]
    public void The_commands_of_a_list_keep_their_order() =>
        Assert.Equal(
            ["w3m", "lynx", "links"],
            BrowserVariable.Commands("w3m:lynx -x %s::links", Url).Select(words => words[0])
        );
}
