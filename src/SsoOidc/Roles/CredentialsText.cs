using System.Globalization;
using SsoOidcGen.Runtime;

namespace SsoOidc;

/// <summary>Credentials as text for programs and shells. The text is a secret.</summary>
public static class CredentialsText
{
    /// <summary>Writes credentials, each line with <c>\n</c> at its end. A value that is not plain is quoted by the rules of the shell.</summary>
    /// <param name="credentials">The credentials.</param>
    /// <param name="format">The format.</param>
    /// <exception cref="SsoException">A value holds a control character, or one that cmd cannot quote. <see cref="CredentialsFormat.Process"/> takes any value.</exception>
    public static string Write(AwsCredentials credentials, CredentialsFormat format)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        string? expiration = credentials
            .Expiration?.ToUniversalTime()
            .ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        if (format == CredentialsFormat.Process)
        {
            return Json(
                ("AccessKeyId", credentials.AccessKeyId),
                ("SecretAccessKey", credentials.SecretAccessKey),
                ("SessionToken", credentials.SessionToken),
                ("Expiration", expiration)
            );
        }

        return Lines(
            format,
            ("AWS_ACCESS_KEY_ID", credentials.AccessKeyId),
            ("AWS_SECRET_ACCESS_KEY", credentials.SecretAccessKey),
            ("AWS_SESSION_TOKEN", credentials.SessionToken),
            ("AWS_CREDENTIAL_EXPIRATION", expiration)
        );
    }

    private static string Json(params (string Name, string? Value)[] members) =>
        "{\n  \"Version\": 1"
        + string.Concat(Present(members).Select(member => $",\n  \"{member.Name}\": {PythonJson.Write(member.Value)}"))
        + "\n}\n";

    private static string Lines(CredentialsFormat format, params (string Name, string? Value)[] variables) =>
        string.Concat(Present(variables).Select(variable => Line(format, variable.Name, variable.Value) + "\n"));

    private static string Line(CredentialsFormat format, string name, string value) =>
        !ShellValue.IsPrintable(value)
            ? throw Unwritable(name, "a control character")
            : format switch
            {
                CredentialsFormat.Env => $"export {name}={ShellValue.Posix(value)}",
                CredentialsFormat.EnvNoExport => $"{name}={ShellValue.Posix(value)}",
                CredentialsFormat.PowerShell => $"$Env:{name}={ShellValue.PowerShell(value)}",
                CredentialsFormat.WindowsCmd =>
                    $"set {ShellValue.WindowsCmd(name, value) ?? throw Unwritable(name, "\", % or !")}",
                CredentialsFormat.Fish => $"set -gx {name} {ShellValue.Fish(value)}",
                _ => throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such format."),
            };

    private static SsoException Unwritable(string name, string what) =>
        new($"The value of {name} holds {what}, which this format cannot carry. Use the format 'process'.");

    private static IEnumerable<(string Name, string Value)> Present((string Name, string? Value)[] pairs) =>
        pairs.Where(pair => pair.Value is not null).Select(pair => (pair.Name, pair.Value!));
}
