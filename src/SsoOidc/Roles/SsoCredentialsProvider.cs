using SsoOidcGen.Runtime;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidc;

/// <summary>Gives any AWS client the credentials of a role, and renews them in time.</summary>
/// <remarks>
/// They are kept in memory and in a cache whose files AWS CLI v2 reads and writes too. Renewal begins 15 minutes
/// before their end. Until then it may fail: it holds nobody up for more than 5 seconds, and the next attempt is made 30
/// seconds later. Safe for use by several threads, whose requests are one.
/// </remarks>
public sealed class SsoCredentialsProvider : IRefreshedCredentials
{
    private readonly SingleFlight<AwsCredentials> _asking = new();
    private readonly SingleFlight<AwsCredentials> _renewing = new();
    private readonly SsoLogin _login;
    private readonly AccessPortal _portal;
    private readonly RoleCredentialsCache _cache;
    private readonly string _accountId;
    private readonly string _roleName;
    private AwsCredentials? _held;
    private Exception? _lastFailure;
    private long _nextAttempt;

    /// <summary>Creates a provider; nothing is sent or read yet.</summary>
    /// <param name="login">Signed in to the session that gives access to the role; it stays the caller's.</param>
    /// <param name="accountId">The 12 digits of the account.</param>
    /// <param name="roleName">The role as the access portal names it.</param>
    /// <param name="cache">
    /// Where credentials are kept; null is the AWS CLI's <c>~/.aws/cli/cache</c>. One that cannot be read or written is
    /// reported to <see cref="SsoLoginOptions.Warn"/> and fails no call.
    /// </param>
    public SsoCredentialsProvider(SsoLogin login, string accountId, string roleName, ITokenStore? cache = null)
    {
        ArgumentNullException.ThrowIfNull(login);
        ArgumentException.ThrowIfNullOrEmpty(accountId);
        ArgumentException.ThrowIfNullOrEmpty(roleName);
        _login = login;
        _portal = new AccessPortal(login);
        _cache = new RoleCredentialsCache(
            cache ?? FileTokenStore.ForRoleCredentials(),
            CacheKeys.RoleCredentials(login.Session, accountId, roleName),
            $"role {roleName} in account {accountId}",
            login.Warn
        );
        _accountId = accountId;
        _roleName = roleName;
    }

    /// <summary>Credentials that are valid now.</summary>
    /// <param name="cancellationToken">Cancels the wait, not a request: others may wait for it too.</param>
    /// <exception cref="SignInRequiredException">There is no valid token.</exception>
    /// <exception cref="ServiceException">The portal returned an error, for example because the role is not assigned, or cannot be reached.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    public ValueTask<AwsCredentials> GetCredentialsAsync(CancellationToken cancellationToken = default)
    {
        DateTimeOffset now = _login.TimeProvider.GetUtcNow();
        return Volatile.Read(ref _held) is { } held && (IsFresh(held, now) || (IsValid(held, now) && IsPausing(now)))
            ? new(held)
            : new(_asking.RunAsync(AskAsync, cancellationToken));
    }

    Exception? IRefreshedCredentials.LastFailure => Volatile.Read(ref _lastFailure);

    private async Task<AwsCredentials> AskAsync()
    {
        AwsCredentials? current = await _cache.ReadAsync().ConfigureAwait(false);
        DateTimeOffset now = _login.TimeProvider.GetUtcNow();
        if (current is null || !IsValid(current, now))
        {
            current = Volatile.Read(ref _held);
        }

        if (current is null || !IsValid(current, now))
        {
            return await _renewing.RunAsync(RenewAsync).ConfigureAwait(false);
        }

        Volatile.Write(ref _held, current);
        return IsFresh(current, now) ? current : await RenewInTimeAsync(current).ConfigureAwait(false);
    }

    private async Task<AwsCredentials> RenewInTimeAsync(AwsCredentials current)
    {
        // What is under way from an earlier call has been waited for.
        TimeSpan patience = _renewing.IsRunning ? TimeSpan.Zero : Expiry.Patience;
        Task<AwsCredentials> renewing = _renewing.RunAsync(RenewAsync);
        await ((Task)renewing)
            .WaitAsync(patience, _login.TimeProvider)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        DateTimeOffset now = _login.TimeProvider.GetUtcNow();
        if (renewing.IsCompletedSuccessfully || !IsValid(current, now))
        {
            return await renewing.ConfigureAwait(false);
        }

        Volatile.Write(ref _nextAttempt, (now + Expiry.Pause).UtcTicks);
        return current;
    }

    private async Task<AwsCredentials> RenewAsync()
    {
        using SsoClients.Lease connections = _login.Clients.Hold();
        try
        {
            AwsCredentials credentials = await _portal
                .GetRoleCredentialsAsync(_accountId, _roleName)
                .ConfigureAwait(false);
            Volatile.Write(ref _held, credentials);
            Volatile.Write(ref _lastFailure, null);
            await _cache.WriteAsync(credentials).ConfigureAwait(false);
            return credentials;
        }
        catch (Exception exception)
        {
            Volatile.Write(ref _lastFailure, exception);
            throw;
        }
    }

    private bool IsPausing(DateTimeOffset now) => now.UtcTicks < Volatile.Read(ref _nextAttempt);

    private static bool IsFresh(AwsCredentials credentials, DateTimeOffset now) =>
        credentials.Expiration is { } end && Expiry.IsFresh(end, now);

    private static bool IsValid(AwsCredentials credentials, DateTimeOffset now) => credentials.Expiration > now;
}
