namespace SsoOidc;

/// <summary>
/// Hands out a valid access token and refreshes it in time, once, whoever else in this or another process asks meanwhile.
/// Whoever holds a valid token does not wait for a new one; an expired token is never handed out.
/// </summary>
internal sealed class TokenRefresher(
    SsoSession session,
    TokenCache cache,
    TokenRefresh refresh,
    TimeProvider timeProvider
)
{
    private readonly ProcessToken _process = cache.Process;

    public Task<SsoToken> GetTokenAsync(CancellationToken cancellationToken) =>
        _process.Asking.RunAsync(AskAsync, cancellationToken);

    private async Task<SsoToken> AskAsync()
    {
        await cache.StoreUnwrittenAsync(timeProvider.GetUtcNow()).ConfigureAwait(false);
        SsoToken token = (await cache.ReadAsync(CancellationToken.None).ConfigureAwait(false)).Token;
        DateTimeOffset now = timeProvider.GetUtcNow();
        if (Expiry.IsFresh(token.ExpiresAt, now))
        {
            return token;
        }

        bool isValid = token.ExpiresAt > now;
        if (!token.IsRefreshableAt(now))
        {
            return isValid ? token : throw RefreshFailure.Ended(session, token, "it cannot be refreshed");
        }

        if (!isValid)
        {
            return await RefreshAsync(TokenCache.LockTimeout).ConfigureAwait(false);
        }

        return _process.Refreshing.IsRunning || !_process.MayAttemptAt(now)
            ? token
            : await RefreshInTimeAsync(token).ConfigureAwait(false);
    }

    private async Task<SsoToken> RefreshInTimeAsync(SsoToken token)
    {
        Task<SsoToken> refreshing = RefreshAsync(TimeSpan.Zero);
        await ((Task)refreshing)
            .WaitAsync(Expiry.Patience, timeProvider)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        DateTimeOffset now = timeProvider.GetUtcNow();
        if (!refreshing.IsCompleted && token.ExpiresAt > now)
        {
            _process.Pause(now);
            return token;
        }

        return await refreshing.ConfigureAwait(false);
    }

    private Task<SsoToken> RefreshAsync(TimeSpan lockTimeout) =>
        _process.Refreshing.RunAsync(() => refresh.RunAsync(lockTimeout));
}
