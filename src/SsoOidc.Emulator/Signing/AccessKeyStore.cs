namespace SsoOidc.Emulator;

/// <summary>The access keys that may sign: lasting ones, and those of roles, which need their session token.</summary>
internal sealed class AccessKeyStore(EmulatorOptions options)
{
    private const string AccountOfLastingKeys = "111111111111";

    private static readonly TimeSpan LongestLifetime = TimeSpan.FromHours(12);

    private readonly BoundedStore<string, RoleCredentials> _ofRoles = new(
        options.TimeProvider,
        TimeSpan.FromTicks(Math.Max(options.RoleCredentialsLifetime.Ticks, LongestLifetime.Ticks)),
        credentials => Footprint.Entry + Footprint.Of(credentials.Arn)
    );

    public void Add(RoleCredentials credentials) => _ofRoles.Add(credentials.AccessKeyId, credentials);

    /// <summary>The ARN of whom a key belongs to.</summary>
    public string ArnOf(string accessKeyId) =>
        _ofRoles.Find(accessKeyId)?.Arn ?? $"arn:aws:iam::{AccountOfLastingKeys}:user/{accessKeyId}";

    /// <returns>The secret key, if the pair of id and session token is valid now.</returns>
    public string? FindSecret(string accessKeyId, string? sessionToken)
    {
        if (sessionToken is null)
        {
            return options.AccessKeys.GetValueOrDefault(accessKeyId);
        }

        return
            _ofRoles.Find(accessKeyId) is { } credentials
            && Secrets.Match(credentials.SessionToken, sessionToken)
            && credentials.Expiration > options.TimeProvider.GetUtcNow()
            ? credentials.SecretAccessKey
            : null;
    }
}
