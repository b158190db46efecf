using System.Globalization;
using System.Text.Json;

namespace SsoOidcGen.Runtime;

/// <summary>The JSON in which containers and instances hand out credentials. Names of members count in any case.</summary>
internal sealed class CredentialsDocument
{
    private readonly Dictionary<string, string> _members = new(StringComparer.OrdinalIgnoreCase);

    private CredentialsDocument() { }

    /// <summary>Null unless the text is a JSON object.</summary>
    public static CredentialsDocument? TryParse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using JsonDocument parsed = JsonDocument.Parse(json);
            if (parsed.RootElement.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            CredentialsDocument document = new();
            foreach (JsonProperty member in parsed.RootElement.EnumerateObject())
            {
                if (member.Value.ValueKind == JsonValueKind.String)
                {
                    document._members.TryAdd(member.Name, member.Value.GetString()!);
                }
            }

            return document;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The parser's own message may quote the text.
            return null;
        }
    }

    public string? this[string name] =>
        _members.TryGetValue(name, out string? value) && value.Length > 0 ? value : null;

    /// <summary>Null when a member is missing or the expiration is no time.</summary>
    public AwsCredentials? ToCredentials()
    {
        if (
            this["AccessKeyId"] is not { } accessKeyId
            || this["SecretAccessKey"] is not { } secret
            || !TryReadExpiration(out DateTimeOffset? expiration)
        )
        {
            return null;
        }

        return new AwsCredentials(accessKeyId, secret, this["Token"] ?? this["SessionToken"])
        {
            AccountId = this["AccountId"],
            Expiration = expiration,
        };
    }

    private bool TryReadExpiration(out DateTimeOffset? expiration)
    {
        const DateTimeStyles Universal = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        expiration = null;
        if ((this["Expiration"] ?? this["ExpiresAt"]) is not { } text)
        {
            return true;
        }

        bool isTime = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Universal, out DateTimeOffset time);
        expiration = time;
        return isTime;
    }
}
