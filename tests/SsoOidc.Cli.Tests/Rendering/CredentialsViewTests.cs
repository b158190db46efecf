using SsoOidcGen.Runtime;

namespace SsoOidc.Cli.Tests.Rendering;

public class CredentialsViewTests
{
    private static readonly AwsCredentials s_temporary = new("access-key", "secret-key", "session-token")
    {
        Expiration = new DateTimeOffset(2026, 1, 31, 10, 30, 0, TimeSpan.FromHours(2)),
    };

    [Theory]
    [InlineData("env", "export {0}={1}")]
    [InlineData("env-no-export", "{0}={1}")]
    [InlineData("powershell", "$Env:{0}=\"{1}\"")]
    [InlineData("windows-cmd", "set {0}={1}")]
    [InlineData("fish", "set -gx {0} \"{1}\"")]
    public void Every_shell_has_its_form(string format, string line)
    {
        string expected = string.Concat(
            Line("AWS_ACCESS_KEY_ID", "access-key"),
            Line("AWS_SECRET_ACCESS_KEY", "secret-key"),
            Line("AWS_SESSION_TOKEN", "session-token"),
            Line("AWS_CREDENTIAL_EXPIRATION", "2026-01-31T08:30:00+00:00")
        );

        Assert.Equal(expected, Text(s_temporary, format));

        string Line(string name, string value) => string.Format(null, line, name, value) + "\n";
    }

    [Fact]
    public void Credentials_without_end_leave_out_what_they_do_not_have() =>
        Assert.Equal(
            "AWS_ACCESS_KEY_ID=access-key\nAWS_SECRET_ACCESS_KEY=secret-key\n",
            Text(new AwsCredentials("access-key", "secret-key"), "env-no-export")
        );

    [Fact]
    public void A_credential_process_responds_in_JSON() =>
        Assert.Equal(
            """
            {
              "Version": 1,
              "AccessKeyId": "access-key",
              "SecretAccessKey": "secret-key",
              "SessionToken": "session-token",
              "Expiration": "2026-01-31T08:30:00+00:00"
            }

            """,
            Text(s_temporary, "process")
        );

    private static string Text(AwsCredentials credentials, string format)
    {
        TestConsole console = TestConsole.Plain();
        CredentialsView.Write(console.Console, credentials, format);
        return console.Text;
    }
}
