using SsoOidc.Emulator;

namespace SsoOidc.Tests.Emulator;

public sealed class RedirectUriTests
{
    [Theory]
    [InlineData("http://127.0.0.1/cb", "http://127.0.0.1/cb", true)]
    [InlineData("http://127.0.0.1/cb", "http://127.0.0.1:1/cb", true)]
    [InlineData("http://127.0.0.1:8080/cb", "http://127.0.0.1:65535/cb", true)]
    [InlineData("http://127.0.0.1", "http://127.0.0.1:80", true)]
    [InlineData("http://127.0.0.1?a", "http://127.0.0.1:80?a", true)]
    [InlineData("http://[::1]/cb", "http://[::1]:1/cb", true)]
    [InlineData("http://127.0.0.1/cb", "http://127.0.0.1:100000/cb", false)]
    [InlineData("http://127.0.0.1/cb", "http://127.0.0.1:99999/cb", false)]
    [InlineData("http://127.0.0.1/cb", "http://127.0.0.1:1.example/cb", false)]
    [InlineData("http://localhost/cb", "http://localhost:1/cb", false)]
    [InlineData("https://127.0.0.1/cb", "https://127.0.0.1:1/cb", false)]
    [InlineData("https://example.com/cb", "https://example.com/cb", true)]
    [InlineData("https://example.com/cb", "https://example.com/CB", false)]
    [InlineData("https://example.com:1/cb", "https://example.com:2/cb", false)]
    [InlineData("relative", "relative", false)]
    public void Only_a_loopback_address_may_choose_its_port(string registered, string requested, bool matches) =>
        Assert.Equal(matches, RedirectUri.Matches(registered, requested));

    [Theory]
    [InlineData("https://example.com/cb", true)]
    [InlineData("http://127.0.0.1/cb", true)]
    [InlineData("http://[::1]/cb", true)]
    [InlineData("http://localhost:1/cb", true)]
    [InlineData("http://example.com/cb", false)]
    [InlineData("ftp://127.0.0.1/cb", false)]
    [InlineData("https://example.com/#cb", false)]
    [InlineData("https://example.com/a b", false)]
    [InlineData("https://example.com/!~", true)]
    [InlineData("https://example.com/\x7f", false)]
    [InlineData("cb", false)]
    public void An_address_to_register_is_HTTPS_or_on_this_machine(string uri, bool isAccepted)
    {
        Exception? refusal = Record.Exception(() => RedirectUri.CheckRegistration([uri], grantTypes: null));

        Assert.Equal(isAccepted, refusal is null);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("refresh_token", true)]
    [InlineData("authorization_code", false)]
    public void Authorization_codes_need_an_address(string? grantType, bool isAccepted)
    {
        string[]? grantTypes = grantType is null ? null : [grantType];

        Exception? refusal = Record.Exception(() => RedirectUri.CheckRegistration([], grantTypes));

        Assert.Equal(isAccepted, refusal is null);
    }
}
