using System.Text;
using System.Text.Json.Nodes;
using SsoOidc.Emulator;

namespace SsoOidc.Interop.AwsCli;

/// <summary>One token cache for this library and AWS CLI v2.</summary>
public class LoginTests
{
    // Both would otherwise wait between two polls.
    private static readonly TimeSpan s_noPause = TimeSpan.Zero;

    [Fact]
    public async Task Who_signed_in_with_the_CLI_is_signed_in_here()
    {
        await using SharedHome home = await SharedHome.CreateAsync(new EmulatorOptions { Interval = s_noPause });
        using ChildProcess aws = home.StartAws("sso", "login", "--profile", "role", "--no-browser");

        string? page = await aws.ReadLineAsync(line => line.Contains("?user_code=", StringComparison.Ordinal));
        home.Emulator.Approve(page!.Split("?user_code=")[1]);
        CliResult result = await aws.WaitAsync();
        using SsoLogin login = home.CreateLogin();
        SsoToken token = await login.GetTokenAsync();
        CachedSession cached = Assert.Single(await CachedSessions.ListAsync(home.Tokens, home.Config));

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.NotNull(token.RefreshToken);
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
        SsoToken first = SsoToken.FromJson((await home.Tokens.ReadAsync(SharedHome.Session.TokenName))!);
        using SsoLogin login = home.CreateLogin();

        SsoToken second = await login.GetTokenAsync();
        JsonNode exported = await home.ExportAsync("role");
        SsoToken third = SsoToken.FromJson((await home.Tokens.ReadAsync(SharedHome.Session.TokenName))!);
        SsoToken fourth = await login.GetTokenAsync();

        Assert.Distinct([first.AccessToken, second.AccessToken, third.AccessToken, fourth.AccessToken]);
        Assert.StartsWith("ASIA", exported["AccessKeyId"]!.GetValue<string>());
    }
}
