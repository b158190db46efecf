using System.Text.Json;

namespace SsoOidc.Cli.Tests.Commands;

public class CredentialsCommandTests
{
    [Theory]
    [InlineData]
    [InlineData("--json")]
    [InlineData("--json", "--format", "process")]
    public async Task A_profile_gives_what_credential_process_expects_and_nothing_else(params string[] options)
    {
        await using SignedInHome home = await SignedInHome.CreateAsync();

        CliResult result = await home.RunAsync(["credentials", "--profile", "admin", .. options]);

        Assert.Equal(ExitCode.Success, result.ExitCode);
        using JsonDocument credentials = JsonDocument.Parse(result.Output);
        Assert.Equal(1, credentials.RootElement.GetProperty("Version").GetInt32());
        Assert.NotEmpty(credentials.RootElement.GetProperty("SessionToken").GetString()!);
        Assert.Empty(result.Error);
    }

    [Fact]
    public async Task A_shell_gets_variables_for_the_role_that_is_named()
    {
        await using SignedInHome home = await SignedInHome.CreateAsync();

        CliResult result = await home.RunAsync(
            "credentials",
            "--account",
            "222222222222",
            "--role",
            "ReadOnlyAccess",
            "--format",
            "env"
        );

        Assert.Matches(
            @"^export AWS_ACCESS_KEY_ID=\S+\nexport AWS_SECRET_ACCESS_KEY=\S+\nexport AWS_SESSION_TOKEN=\S+\nexport AWS_CREDENTIAL_EXPIRATION=\S+\n$",
            result.Output
        );
    }

    [Theory]
    [InlineData("--format", "yaml")]
    [InlineData("--json", "--format", "env")]
    [InlineData("--account", "111111111111")]
    public async Task What_does_not_fit_together_is_refused(params string[] options)
    {
        await using SignedInHome home = await SignedInHome.CreateAsync(signIn: false);

        CliResult result = await home.RunAsync(["credentials", .. options]);

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task Without_a_role_the_failure_says_how_to_name_one()
    {
        await using SignedInHome home = await SignedInHome.CreateAsync();

        CliResult result = await home.RunAsync("credentials", "--session", "dev");

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Contains("'--account ID --role NAME'", result.Error);
    }

    [Fact]
    public async Task A_token_that_the_portal_refuses_asks_to_sign_in_again()
    {
        await using SignedInHome home = await SignedInHome.CreateAsync();
        home.Emulator.EndAllSessions();

        CliResult result = await home.RunAsync("credentials", "--profile", "admin");

        Assert.Equal(ExitCode.SignInRequired, result.ExitCode);
        Assert.Contains("'ssooidc login --session dev'", result.Error);
    }
}
