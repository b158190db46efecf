using System.Text.Json;

namespace SsoOidc.Cli.Tests.Commands;

public sealed class ConfigureCommandTests : IDisposable
{
    private readonly TempHome _home = new();

    [Fact]
    public async Task A_session_and_a_profile_are_written_and_can_be_used()
    {
        CliResult result = await CliProcess.RunAsync(
            _home,
            [
                "configure",
                .. (string[])["--session", "dev", "--start-url", "https://d-1234567890.awsapps.com/start"],
                .. (string[])["--region", "eu-central-1", "--profile", "admin", "--account", "111111111111"],
                .. (string[])["--role", "Admin", "--default-region", "eu-west-1", "--output", "json"],
            ]
        );

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.StartsWith($"Wrote [sso-session dev] and [profile admin] to {_home.ConfigFile}.\n", result.Output);
        Assert.Equal(
            """
            [sso-session dev]
            sso_start_url = https://d-1234567890.awsapps.com/start
            sso_region = eu-central-1
            sso_registration_scopes = sso:account:access

            [profile admin]
            sso_session = dev
            sso_account_id = 111111111111
            sso_role_name = Admin
            region = eu-west-1
            output = json

            """.ReplaceLineEndings("\n"),
            File.ReadAllText(_home.ConfigFile)
        );
    }

    [Theory]
    [InlineData("--role", "Admin")]
    [InlineData("--account", "111111111111")]
    public async Task Half_a_role_is_none(string option, string value)
    {
        CliResult result = await CliProcess.RunAsync(_home, ["configure", "--session", "dev", option, value]);

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Contains("Options '--account' and '--role' go together.", result.Error);
    }

    [Fact]
    public async Task What_is_known_of_a_session_need_not_be_said_again_and_comments_stay()
    {
        _home.WriteConfig(
            """
            # ours
            [sso-session dev]
            sso_start_url = https://d-1234567890.awsapps.com/start
            sso_region = us-east-1
            sso_registration_scopes = openid
            """
        );

        CliResult result = await CliProcess.RunAsync(
            _home,
            ["configure", "--session", "dev", "--region", "eu-west-1", "--json"]
        );

        using JsonDocument output = JsonDocument.Parse(result.Output);
        Assert.Equal(_home.ConfigFile, output.RootElement.GetProperty("file").GetString());
        Assert.Equal(
            """
            # ours
            [sso-session dev]
            sso_start_url = https://d-1234567890.awsapps.com/start
            sso_region = eu-west-1
            sso_registration_scopes = openid
            """,
            File.ReadAllText(_home.ConfigFile).TrimEnd()
        );
    }

    [Fact]
    public async Task Without_a_terminal_a_missing_answer_is_named_and_nothing_is_written()
    {
        CliResult result = await CliProcess.RunAsync(_home, ["configure", "--session", "dev"]);

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Contains("'--start-url'", result.Error);
        Assert.False(File.Exists(_home.ConfigFile));
    }

    [Fact]
    public async Task A_value_of_two_lines_cannot_smuggle_in_a_key()
    {
        CliResult result = await CliProcess.RunAsync(
            _home,
            ["configure", "--session", "dev", "--start-url", "https://x\nsso_region = y", "--region", "us-east-1"]
        );

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Contains("sso_start_url", result.Error);
        Assert.False(File.Exists(_home.ConfigFile));
    }

    public void Dispose() => _home.Dispose();
}
