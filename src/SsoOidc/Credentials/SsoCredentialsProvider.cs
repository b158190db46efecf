using SsoOidcGen.Runtime;

namespace SsoOidc;

/// <summary>Gives any AWS client the credentials of a role, and renews them in time.</summary>
/// <remarks>
/// They are kept in memory and in a cache whose files AWS CLI v2 reads and writes too. Renewal begins 15 minutes
/// before their end; while the old ones are valid it may fail.
/// </remarks>
public sealed class SsoCredentialsProvider : IAwsCredentialsProvider, IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly SsoLogin _login;
    private readonly AccessPortal _portal;
    private readonly ITokenStore _cache;
    private readonly string _accountId;
    private readonly string _roleName;
    private readonly string _name;
    private AwsCredentials? _held;

    /// <summary>Creates a provider; nothing is sent or read yet.</summary>
    /// <param name="login">Signed in to the session that gives access to the role; it stays the caller's.</param>
    /// <param name="accountId">The 12 digits of the account.</param>
    /// <param name="roleName">The role as the access portal names it.</param>
    /// <param name="cache">Where credentials are kept; null is the AWS CLI's <c>~/.aws/cli/cache</c>.</param>
    public SsoCredentialsProvider(SsoLogin login, string accountId, string roleName, ITokenStore? cache = null)
    {
        ArgumentNullException.ThrowIfNull(login);
        ArgumentException.ThrowIfNullOrEmpty(accountId);
        ArgumentException.ThrowIfNullOrEmpty(roleName);
        _login = login;
        _portal = new AccessPortal(login);
        _cache = cache ?? FileTokenStore.ForRoleCredentials();
        _accountId = accountId;
        _roleName = roleName;
        _name = CacheKeys.RoleCredentials(login.Session, accountId, roleName);
    }

    /// <summary>Credentials that are valid now.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="SignInRequiredException">There is no valid token.</exception>
    /// <exception cref="ServiceException">The portal answered with an error, for example because the role is not assigned.</exception>
    public async ValueTask<AwsCredentials> GetCredentialsAsync(CancellationToken cancellationToken = default)
    {
        if (IsFresh(_held))
        {
            return _held!;
        }

        await _oneAtATime.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return IsFresh(_held) ? _held! : _held = await RenewAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _oneAtATime.Dispose();

    private async Task<AwsCredentials> RenewAsync(CancellationToken cancellationToken)
    {
        AwsCredentials? old = await ReadAsync(cancellationToken).ConfigureAwait(false) ?? _held;
        if (IsFresh(old))
        {
            return old!;
        }

        try
        {
            AwsCredentials credentials = await _portal
                .GetRoleCredentialsAsync(_accountId, _roleName, cancellationToken)
                .ConfigureAwait(false);
            await _cache
                .WriteAsync(_name, RoleCredentialsEntry.ToJson(credentials), cancellationToken)
                .ConfigureAwait(false);
            return credentials;
        }
        catch (Exception exception)
            when (exception is SsoException or ServiceException && old?.Expiration > _login.TimeProvider.GetUtcNow())
        {
            return old;
        }
    }

    private async Task<AwsCredentials?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _cache.ReadAsync(_name, cancellationToken).ConfigureAwait(false) is { } json
                ? RoleCredentialsEntry.FromJson(json)
                : null;
        }
        catch (FormatException)
        {
            // The entry is replaced by the next one.
            return null;
        }
    }

    private bool IsFresh(AwsCredentials? credentials) =>
        credentials?.Expiration is { } end && Expiry.IsFresh(end, _login.TimeProvider.GetUtcNow());
}
