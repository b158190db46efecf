using System.Globalization;
using System.Text.Json;

namespace SsoOidcGen.Runtime;

/// <summary>A JSON object that hands out credentials. No message quotes it.</summary>
internal sealed class CredentialsDocument
{
    private readonly Dictionary<string, string> _members;

    private CredentialsDocument(StringComparer names) => _members = new(names);

    /// <summary>The number that a process gives; null where there is none.</summary>
    public int? Version { get; private set; }

    /// <summary>Null unless the text is a JSON object.</summary>
    /// <param name="json">The text in UTF-8.</param>
    /// <param name="names">Compares the names of members; null: they count in any case.</param>
    public static CredentialsDocument? TryParse(ReadOnlySpan<byte> json, StringComparer? names = null)
    {
        CredentialsDocument document = new(names ?? StringComparer.OrdinalIgnoreCase);
        try
        {
            Utf8JsonReader reader = new(json);
            return document.TryRead(ref reader) ? document : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The reader's own message may quote the text.
            return null;
        }
    }

    public string? this[string name] =>
        _members.TryGetValue(name, out string? value) && value.Length > 0 ? value : null;

    /// <summary>Null when a member is missing or the expiration is no time.</summary>
    /// <param name="accountId">The account, unless the document says it.</param>
    public AwsCredentials? ToCredentials(string? accountId = null) =>
        this["AccessKeyId"] is { } accessKeyId
        && this["SecretAccessKey"] is { } secret
        && TryReadExpiration(out DateTimeOffset? expiration)
            ? new AwsCredentials(accessKeyId, secret, this["Token"] ?? this["SessionToken"])
            {
                AccountId = this["AccountId"] ?? accountId,
                Expiration = expiration,
            }
            : null;

    private bool TryRead(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            if (reader.TokenType == JsonTokenType.String)
            {
                _members.TryAdd(name, reader.GetString()!);
            }
            else if (name == nameof(Version) && reader.TokenType == JsonTokenType.Number)
            {
                Version = reader.TryGetInt32(out int version) ? version : null;
            }

            reader.Skip();
        }

        // What follows the object throws.
        return !reader.Read();
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
