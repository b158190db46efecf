using System.Text;
using System.Text.Json.Nodes;
using SsoOidc.Emulator;

namespace SsoOidc.Interop.AwsCli;

/// <summary>One token cache for this library and AWS CLI v2.</summary>
public class LoginTests
{
    [Theory]
    [InlineData("role", true)]
    [InlineData("legacy", false)]
    public async Task Who_signed_in_with_the_CLI_is_signed_in_here(string profile, bool isRefreshable)
    {
        // The CLI asks twice before it first pauses, and would be slowed down.
        await using SharedHome home = await SharedHome.CreateAsync(new EmulatorOptions { Interval = TimeSpan.Zero });
        using ChildProcess aws = home.StartAws("sso", "login", "--profile", profile, "--no-browser");

        string? page = await aws.ReadLineAsync(line => line.Contains("?user_code=", StringComparison.Ordinal));
        home.Emulator.Approve(page!.Split("?user_code=")[1]);
        CliResult result = await aws.WaitAsync();
        using SsoLogin login = home.CreateLogin(profile);
        SsoToken token = await login.GetTokenAsync();
        CachedSession cached = Assert.Single(await CachedSessions.ListAsync(home.Tokens, home.Config));

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Equal(isRefreshable, token.RefreshToken is not null);
        Assert.Equal("AWS CLI", cached.WrittenBy);
        Assert.Equal(await File.ReadAllTextAsync(cached.File), Encoding.UTF8.GetString(token.ToJson()));
    }

    [Fact]
    public async Task Refreshing_goes_on_with_what_the_other_left()
    {
        await using SharedHome home = await SharedHome.CreateAsync(
            new EmulatorOptions { AutoApprove = true, AccessTokenLifetime = TimeSpan.FromMinutes(10) }
        );
        await home.RunAwsAsync("sso", "login", "--profile", "role");
        using SsoLogin login = home.CreateLogin();

        string first = await CachedAsync(home, login);
        string second = (await login.GetTokenAsync()).AccessToken;
        JsonNode exported = await home.ExportAsync("role");
        string third = await CachedAsync(home, login);
        string fourth = (await login.GetTokenAsync()).AccessToken;

        Assert.Distinct([first, second, third, fourth]);
        Assert.StartsWith("ASIA", exported["AccessKeyId"]!.GetValue<string>());
    }

    private static async Task<string> CachedAsync(SharedHome home, SsoLogin login) =>
        SsoToken.FromJson((await home.Tokens.ReadAsync(login.Session.TokenName))!).AccessToken;
}
