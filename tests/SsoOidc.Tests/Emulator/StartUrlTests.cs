using SsoOidc.Emulator;

namespace SsoOidc.Tests.Emulator;

public sealed class StartUrlTests
{
    [Theory]
    [InlineData("https://d-1.awsapps.com/start", true)]
    [InlineData("http://localhost/start", true)]
    [InlineData("ftp://d-1.awsapps.com/start", false)]
    [InlineData("/start", false)]
    [InlineData("start", false)]
    public void Without_a_list_every_HTTP_URL_is_one(string startUrl, bool isAccepted) =>
        Assert.Equal(isAccepted, IsAccepted(startUrl));

    [Theory]
    [InlineData("https://a.example/start", true)]
    [InlineData("https://b.example/start", true)]
    [InlineData("https://b.example/start/", false)]
    [InlineData("https://c.example/start", false)]
    public void A_list_has_them_all(string startUrl, bool isAccepted) =>
        Assert.Equal(isAccepted, IsAccepted(startUrl, "https://a.example/start", "https://b.example/start"));

    private static bool IsAccepted(string startUrl, params string[] known) =>
        Record.Exception(() => StartUrl.Check(startUrl, "startUrl", new EmulatorOptions { StartUrls = known })) is null;
}
