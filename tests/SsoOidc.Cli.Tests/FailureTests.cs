using System.Net;
using System.Text;
using SsoOidcGen.Runtime;

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

    public static TheoryData<Exception, int, string, string, string?> Exceptions =>
        new()
        {
            { new SignInFailedException(SignInFailure.Denied, "Denied."), 1, "sign_in_failed", "Denied.", null },
            { new SsoException("Broken."), 1, "failed", "Broken.", null },
            { new TimeoutException("Late."), 1, "failed", "Late.", null },
            { new CredentialsException("None."), 1, "credentials", "None.", null },
            { new ConfigurationException("Wrong."), 2, "configuration", "Wrong.", null },
            { new DecoderFallbackException("Odd."), 2, "usage", "Odd.", "Check the values of the options." },
            { new UriFormatException("No URI."), 2, "usage", "No URI.", "Check the values of the options." },
            { new IOException("Full."), 1, "input_output", "Full.", "Check what is named there, and try again." },
            {
                new UnauthorizedAccessException("Closed."),
                1,
                "input_output",
                "Closed.",
                "Check what is named there, and try again."
            },
            {
                new ServiceException("No route."),
                1,
                "unreachable",
                "No route.",
                "Check the network, the region and the endpoint, then try again."
            },
            {
                new ServiceException("No route.") { Operation = "CreateToken" },
                1,
                "unreachable",
                "No route.",
                "Check the network, the region and the endpoint, then try again."
            },
            {
                new ServiceException("No.")
                {
                    StatusCode = HttpStatusCode.Forbidden,
                    ErrorCode = "ForbiddenException",
                    Operation = "CreateToken",
                    RequestId = "id-1",
                },
                1,
                "ForbiddenException",
                "CreateToken failed: No. (request id-1)",
                "Check start URL, region and what was asked for; the service refused."
            },
            {
                new ServiceException("Busy.") { StatusCode = HttpStatusCode.ServiceUnavailable, IsRetryable = true },
                1,
                "unreachable",
                "Busy.",
                "Try again in a minute."
            },
            {
                new UnreadableResponseException("No JSON.") { StatusCode = HttpStatusCode.OK },
                1,
                "unreachable",
                "No JSON.",
                "Check that the endpoint is one of IAM Identity Center, then try again."
            },
        };

    [Theory]
    [MemberData(nameof(Exceptions))]
    public void Every_failure_has_an_exit_code_a_code_for_scripts_and_a_way_on(
        Exception exception,
        int exitCode,
        string code,
        string message,
        string? next
    ) => Assert.Equal(new Failure(exitCode, code, message, next), Failure.From(exception));

    [Theory]
    [InlineData("Try again.", "error: It failed.\nTry again.\n", "\"Try again.\"")]
    [InlineData(null, "error: It failed.\n", "null")]
    public void A_failure_is_told_to_people_and_to_scripts(string? next, string plain, string inJson)
    {
        Failure failure = new(1, "failed", "It failed.", next);

        Assert.Equal(plain, Report(failure, json: false));
        Assert.Equal(
            $$"""
            {
              "error": "failed",
              "message": "It failed.",
              "next": {{inJson}}
            }

            """.ReplaceLineEndings("\n"),
            Report(failure, json: true)
        );
    }

    private static string Report(Failure failure, bool json)
    {
        TestConsole error = TestConsole.Plain();
        FailureReport.Write(new CliHost(TestConsole.Plain().Console, error.Console), failure, json);
        return error.Text;
    }

    [Fact]
    public void Anything_else_is_a_bug_and_told_whole()
    {
        InvalidOperationException exception = new("It broke.");

        Assert.Equal(
            new Failure(
                ExitCode.Failed,
                "internal",
                $"This is a bug in ssooidc: {exception}",
                "Report it with what is written here; trying again may help."
            ),
            Failure.From(exception)
        );
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
        Assert.EndsWith("\nReport it with what is written here; trying again may help.\n", error.Text);
    }
}
