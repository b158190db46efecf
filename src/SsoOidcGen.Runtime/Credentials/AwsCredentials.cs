namespace SsoOidcGen.Runtime;

/// <summary>AWS credentials: long-lived, or temporary with a session token. They are also their own provider.</summary>
public sealed class AwsCredentials : IAwsCredentialsProvider
{
    private const int VisibleCharacters = 4;

    /// <summary>Creates credentials.</summary>
    /// <param name="accessKeyId">The access key id.</param>
    /// <param name="secretAccessKey">The secret access key.</param>
    /// <param name="sessionToken">The session token; null for long-lived credentials.</param>
    public AwsCredentials(string accessKeyId, string secretAccessKey, string? sessionToken = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(accessKeyId);
        ArgumentException.ThrowIfNullOrEmpty(secretAccessKey);
        AccessKeyId = accessKeyId;
        SecretAccessKey = secretAccessKey;
        SessionToken = string.IsNullOrEmpty(sessionToken) ? null : sessionToken;
    }

    /// <summary>Names the key; not a secret by itself.</summary>
    public string AccessKeyId { get; }

    /// <summary>The secret that signs.</summary>
    public string SecretAccessKey { get; }

    /// <summary>Proves that temporary credentials are genuine; a secret. Null for long-lived ones.</summary>
    public string? SessionToken { get; }

    /// <summary>When they cease to be valid; null when they do not.</summary>
    public DateTimeOffset? Expiration { get; init; }

    /// <summary>The 12 digits of the account they belong to; null when unknown.</summary>
    public string? AccountId { get; init; }

    /// <inheritdoc/>
    public ValueTask<AwsCredentials> GetCredentialsAsync(CancellationToken cancellationToken = default) => new(this);

    /// <summary>The same with another expiration.</summary>
    internal AwsCredentials Until(DateTimeOffset expiration) =>
        new(AccessKeyId, SecretAccessKey, SessionToken) { AccountId = AccountId, Expiration = expiration };

    /// <summary>The end of the key's id and the expiration; no secret.</summary>
    public override string ToString()
    {
        string end = AccessKeyId.Length > VisibleCharacters ? AccessKeyId[^VisibleCharacters..] : "";
        return $"AwsCredentials {{ AccessKeyId = …{end}, Expiration = {Expiration:u} }}";
    }
}
