namespace SsoOidc.Cli.Tests;

public class FailureTests
{
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
