using System.Text.Json;

namespace SsoOidc.Cli.Tests.Commands;

public class StatusCommandTests
{
    [Fact]
    public async Task A_signed_in_session_is_shown_with_the_tool_that_did_it()
    {
        await using SignedInHome home = await SignedInHome.CreateAsync();

        CliResult table = await home.RunAsync("whoami");
        CliResult json = await home.RunAsync("status", "--session", "dev", "--json");

        Assert.Equal(ExitCode.Success, table.ExitCode);
        string[] lines = table.Output.TrimEnd().Split('\n');
        Assert.StartsWith("SESSION ", lines[0]);
        Assert.Matches("^dev +https://d-1234567890.awsapps.com/start +us-east-1 +.+ valid +ssooidc *$", lines[1]);
        using JsonDocument list = JsonDocument.Parse(json.Output);
        JsonElement session = Assert.Single(list.RootElement.EnumerateArray());
        Assert.Equal("dev", session.GetProperty("session").GetString());
        Assert.Equal("valid", session.GetProperty("state").GetString());
        Assert.True(File.Exists(session.GetProperty("file").GetString()));
    }

    [Theory]
    [InlineData("2001-01-01T00:00:00Z", "expired", ExitCode.SignInRequired)]
    [InlineData("2100-01-01T00:00:00Z", "refreshable", ExitCode.Success)]
    public async Task An_ended_token_counts_as_long_as_it_can_be_refreshed(
        string registrationEnd,
        string state,
        int exitCode
    )
    {
        using TempHome home = new();
        Directory.CreateDirectory(home.CacheDirectory);
        File.WriteAllText(
            Path.Combine(home.CacheDirectory, "0123.json"),
            $$"""
            {"startUrl": "https://d-1.awsapps.com/start", "region": "eu-central-1", "accessToken": "at",
             "expiresAt": "2001-01-01T00:00:00Z", "clientId": "c", "clientSecret": "s", "refreshToken": "rt",
             "registrationExpiresAt": "{{registrationEnd}}"}
            """
        );

        CliResult result = await CliProcess.RunAsync(home, ["status", "--json"]);

        Assert.Equal(exitCode, result.ExitCode);
        using JsonDocument list = JsonDocument.Parse(result.Output);
        Assert.Equal(state, list.RootElement[0].GetProperty("state").GetString());
        Assert.Equal(JsonValueKind.Null, list.RootElement[0].GetProperty("signedInBy").ValueKind);
    }

    [Fact]
    public async Task Nobody_signed_in_is_told_by_the_exit_code_and_what_to_run()
    {
        await using SignedInHome home = await SignedInHome.CreateAsync(signIn: false);

        CliResult result = await home.RunAsync("status", "--session", "dev");

        Assert.Equal(ExitCode.SignInRequired, result.ExitCode);
        Assert.EndsWith("Sign in with 'ssooidc login --session dev'.\n", result.Error);
    }

    [Theory]
    [InlineData("status", "--json")]
    [InlineData("status", "--json", "--session", "dev")]
    public async Task A_script_tells_by_a_code_that_nobody_is_signed_in(params string[] args)
    {
        await using SignedInHome home = await SignedInHome.CreateAsync(signIn: false);

        CliResult result = await home.RunAsync(args);

        using JsonDocument failure = JsonDocument.Parse(result.Error);
        Assert.Equal("sign_in_required", failure.RootElement.GetProperty("error").GetString());
    }
}
