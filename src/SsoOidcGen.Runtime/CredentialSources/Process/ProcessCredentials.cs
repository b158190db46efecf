using System.Globalization;
using System.Text.Json;

namespace SsoOidcGen.Runtime;

/// <summary>The JSON that a <c>credential_process</c> prints (AWS SDKs and Tools Reference, "Process credential provider").</summary>
internal static class ProcessCredentials
{
    private const int SupportedVersion = 1;

    /// <param name="output">What the process printed. It holds secrets, so no message quotes it.</param>
    /// <param name="where">The position of the command, for messages.</param>
    /// <param name="accountId">The account, unless the output says it.</param>
    /// <exception cref="CredentialsException">The output is not what it should be.</exception>
    public static AwsCredentials Parse(string output, string where, string? accountId)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(output);
            JsonElement root = document.RootElement;
            bool isSupported =
                root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty("Version", out JsonElement version)
                && version.ValueKind == JsonValueKind.Number
                && version.TryGetInt32(out int number)
                && number == SupportedVersion;
            if (
                isSupported
                && Text(root, "AccessKeyId") is { Length: > 0 } accessKeyId
                && Text(root, "SecretAccessKey") is { Length: > 0 } secret
            )
            {
                return new AwsCredentials(accessKeyId, secret, Text(root, "SessionToken"))
                {
                    Expiration = Expiration(Text(root, "Expiration"), where),
                    AccountId = Text(root, "AccountId") ?? accountId,
                };
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Reported below; the parser's own message may quote the output.
        }

        throw new CredentialsException(
            $"{where}: the command must print a JSON object with \"Version\": {SupportedVersion}, \"AccessKeyId\" and \"SecretAccessKey\"."
        );
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static DateTimeOffset? Expiration(string? text, string where)
    {
        if (text is null)
        {
            return null;
        }

        const DateTimeStyles Universal = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Universal, out DateTimeOffset time)
            ? time
            : throw new CredentialsException(
                $"{where}: the command prints an \"Expiration\" that is no ISO 8601 time."
            );
    }
}
