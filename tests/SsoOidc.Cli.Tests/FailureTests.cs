namespace SsoOidc.Cli.Tests;

public class FailureTests
{
    [Theory]
    [InlineData("dev", null, "ssooidc login --session dev")]
    [InlineData("my team; x", null, "ssooidc login --session 'my team; x'")]
    [InlineData(null, "old", "ssooidc login --profile old")]
    [InlineData(null, null, "ssooidc login --start-url https://d-1.awsapps.com/start --region eu-central-1")]
    public void Who_has_to_sign_in_gets_the_command_for_the_session(string? name, string? profile, string command)
    {
        SsoSession session = new()
        {
            Name = name,
            Profile = profile,
            StartUrl = "https://d-1.awsapps.com/start",
            Region = "eu-central-1",
        };

        Failure failure = Failure.From(new SignInRequiredException(session, "There is no token."));

        Assert.Equal(ExitCode.SignInRequired, failure.ExitCode);
        Assert.Equal("There is no token.", failure.Message);
        Assert.Equal($"Sign in with '{command}'.", failure.Next);
    }

    [Fact]
    public void What_nobody_foresaw_is_reported_through_the_same_door()
    {
        TestConsole error = TestConsole.Plain();
        CliHost host = new(TestConsole.Plain().Console, error.Console);

        int exitCode = FailureReport.Write(host, Failure.From(new InvalidOperationException("a\e[2J\nb")), json: false);

        Assert.Equal(ExitCode.Failed, exitCode);
        Assert.StartsWith(
            "error: This is a bug in ssooidc: System.InvalidOperationException: a[2J b\n",
            error.Text,
            StringComparison.Ordinal
        );
    }
}
