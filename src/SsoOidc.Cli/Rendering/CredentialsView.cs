using System.Globalization;
using SsoOidcGen.Runtime;

namespace SsoOidc.Cli;

/// <summary>Credentials for programs and shells, in the formats of <c>aws configure export-credentials</c>; what is not plain is quoted.</summary>
internal static class CredentialsView
{
    /// <summary>The JSON that <c>credential_process</c> expects.</summary>
    public const string Process = "process";

    private static readonly Dictionary<string, Func<string, string, string>> s_shells = new()
    {
        ["env"] = (name, value) => $"export {name}={ShellValue.Posix(value)}",
        ["env-no-export"] = (name, value) => $"{name}={ShellValue.Posix(value)}",
        ["powershell"] = (name, value) => $"$Env:{name}={ShellValue.PowerShell(value)}",
        ["windows-cmd"] = (name, value) =>
            $"set {ShellValue.WindowsCmd(name, value) ?? throw Unwritable(name, "\", % or !")}",
        ["fish"] = (name, value) => $"set -gx {name} {ShellValue.Fish(value)}",
    };

    public static string[] Formats => [Process, .. s_shells.Keys];

    /// <exception cref="CliException">A value holds what the format cannot carry.</exception>
    public static void Write(Terminal terminal, AwsCredentials credentials, string format)
    {
        if (format == Process)
        {
            JsonOutput.WriteObject(
                terminal,
                members =>
                {
                    members.WriteNumber("Version", 1);
                    foreach ((string name, _, string value) in Present(credentials))
                    {
                        members.WriteString(name, value);
                    }
                }
            );
            return;
        }

        Func<string, string, string> line = s_shells[format];
        string[] lines =
        [
            .. Present(credentials)
                .Select(item =>
                    ShellValue.IsPrintable(item.Value)
                        ? line(item.Variable, item.Value)
                        : throw Unwritable(item.Variable, "a control character")
                ),
        ];
        terminal.Writer.Write(string.Concat(lines.Select(text => text + "\n")));
    }

    private static IEnumerable<(string Member, string Variable, string Value)> Present(AwsCredentials credentials)
    {
        (string, string, string? Value)[] all =
        [
            ("AccessKeyId", "AWS_ACCESS_KEY_ID", credentials.AccessKeyId),
            ("SecretAccessKey", "AWS_SECRET_ACCESS_KEY", credentials.SecretAccessKey),
            ("SessionToken", "AWS_SESSION_TOKEN", credentials.SessionToken),
            (
                "Expiration",
                "AWS_CREDENTIAL_EXPIRATION",
                credentials
                    .Expiration?.ToUniversalTime()
                    .ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)
            ),
        ];
        return all.Where(item => item.Value is not null)!;
    }

    private static CliException Unwritable(string name, string what) =>
        new(
            new Failure(
                ExitCode.Failed,
                "failed",
                $"The value of {name} holds {what}, which this format cannot carry.",
                $"Use the format '{Process}'."
            )
        );
}
