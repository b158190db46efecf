namespace SsoOidc.Emulator;

/// <summary>The access keys that may sign: lasting ones, and those of roles, which need their session token.</summary>
internal sealed class AccessKeyStore(EmulatorOptions options)
{
    private readonly BoundedStore<string, RoleCredentials> _ofRoles = new(
        options.TimeProvider,
        options.RoleCredentialsLifetime,
        _ => Footprint.Entry
    );

    public void Add(RoleCredentials credentials) => _ofRoles.Add(credentials.AccessKeyId, credentials);

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
