using System.Globalization;
using SsoOidcGen.Runtime;

namespace SsoOidc;

/// <summary>Credentials as text for programs and shells. The text is a secret.</summary>
public static class CredentialsText
{
    /// <summary>Writes credentials, each line with <c>\n</c> at its end. Values are not quoted beyond what the format shows.</summary>
    /// <param name="credentials">The credentials.</param>
    /// <param name="format">The format.</param>
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
        format switch
        {
            CredentialsFormat.Env => $"export {name}={value}",
            CredentialsFormat.EnvNoExport => $"{name}={value}",
            CredentialsFormat.PowerShell => $"$Env:{name}=\"{value}\"",
            CredentialsFormat.WindowsCmd => $"set {name}={value}",
            CredentialsFormat.Fish => $"set -gx {name} \"{value}\"",
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such format."),
        };

    private static IEnumerable<(string Name, string Value)> Present((string Name, string? Value)[] pairs) =>
        pairs.Where(pair => pair.Value is not null).Select(pair => (pair.Name, pair.Value!));
}
