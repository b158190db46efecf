using SsoOidcGen.Runtime;

namespace SsoOidc;

/// <summary>
/// One refresh (RFC 6749 §6), from the lock to the write. Once sent it runs to its end: the refresh token is used up, and
/// the new one is in the response only.
/// </summary>
internal sealed class TokenRefresh(
    SsoSession session,
    TokenCache cache,
    SsoClients clients,
    TimeProvider timeProvider,
    IClientLog? log
)
{
    /// <param name="lockTimeout">How long to wait for the lock, which another process may hold for its own refresh.</param>
    public async Task<SsoToken> RunAsync(TimeSpan lockTimeout)
    {
        using SsoClients.Lease connections = clients.Hold();
        IAsyncDisposable held;
        try
        {
            held = await cache.LockAsync(lockTimeout, CancellationToken.None).ConfigureAwait(false);
        }
        catch (TimeoutException busy)
        {
            SsoToken token = (await cache.ReadAsync(CancellationToken.None).ConfigureAwait(false)).Token;
            bool hasEnded = token.ExpiresAt <= timeProvider.GetUtcNow();
            // A token that has expired at this very moment is worth the wait after all.
            return hasEnded && lockTimeout < TokenCache.LockTimeout
                ? await RunAsync(TokenCache.LockTimeout).ConfigureAwait(false)
                : Keep(token, busy);
        }
        catch (Exception exception)
        {
            return await RunUnlockedAsync(exception).ConfigureAwait(false);
        }

        await using (held.ConfigureAwait(false))
        {
            // Whoever held the lock before may have refreshed it.
            CachedToken cached = await cache.ReadAsync(CancellationToken.None).ConfigureAwait(false);
            return IsDue(cached.Token)
                ? await RefreshAsync(cached).ConfigureAwait(false)
                : Keep(cached.Token, RefreshFailure.Ended(session, cached.Token, "it cannot be refreshed"));
        }
    }

    /// <summary>Without the lock only a token can be refreshed that nobody else has.</summary>
    private async Task<SsoToken> RunUnlockedAsync(Exception reason)
    {
        CachedToken cached = await cache.ReadAsync(CancellationToken.None).ConfigureAwait(false);
        return !cached.IsStored && IsDue(cached.Token)
            ? await RefreshAsync(cached).ConfigureAwait(false)
            : Keep(cached.Token, cache.NotWritable(reason));
    }

    private async Task<SsoToken> RefreshAsync(CachedToken cached)
    {
        if (!cached.IsStored)
        {
            // Nobody else can lose what is in this process's memory only.
            return await ExchangeAsync(cached, room: null).ConfigureAwait(false);
        }

        IPreparedWrite room;
        try
        {
            room = await cache.PrepareAsync().ConfigureAwait(false);
        }
        catch (SsoException exception)
        {
            TokenEvents.NotStored(log, session, exception.InnerException ?? exception);
            return Keep(cached.Token, exception);
        }

        await using (room.ConfigureAwait(false))
        {
            return await ExchangeAsync(cached, room).ConfigureAwait(false);
        }
    }

    private async Task<SsoToken> ExchangeAsync(CachedToken cached, IPreparedWrite? room)
    {
        SsoToken token = cached.Token;
        CreateTokenRequest request = new()
        {
            ClientId = token.ClientId!,
            ClientSecret = token.ClientSecret!,
            GrantType = "refresh_token",
            RefreshToken = token.RefreshToken,
        };
        OperationResult<CreateTokenResponse> result = await clients
            .Oidc(token.Region ?? session.Region)
            .TryInvokeAsync(SsoOidcClient.Operations.CreateToken, request, CancellationToken.None)
            .ConfigureAwait(false);
        if (result.Exception is { } failure)
        {
            TokenEvents.RefreshFailed(log, session, failure);
            // Tools that take no lock may have renewed it meanwhile.
            SsoToken current = (await cache.ReadAsync(CancellationToken.None).ConfigureAwait(false)).Token;
            return Keep(current, RefreshFailure.From(session, current, failure));
        }

        SsoToken refreshed;
        try
        {
            refreshed = IssuedToken.From(result.GetOutput(), token, timeProvider.GetUtcNow());
        }
        catch (SsoException unusable)
        {
            TokenEvents.RefreshFailed(log, session, unusable);
            return Keep(token, unusable);
        }

        TokenEvents.Refreshed(log, session, refreshed.ExpiresAt - timeProvider.GetUtcNow());
        return await cache.ReplaceAsync(cached, refreshed, room, timeProvider.GetUtcNow()).ConfigureAwait(false);
    }

    private bool IsDue(SsoToken token)
    {
        DateTimeOffset now = timeProvider.GetUtcNow();
        return !Expiry.IsFresh(token.ExpiresAt, now) && token.IsRefreshableAt(now);
    }

    /// <summary>A token that is valid stays in use, whatever happened; the next attempt keeps a distance.</summary>
    private SsoToken Keep(SsoToken token, Exception otherwise)
    {
        DateTimeOffset now = timeProvider.GetUtcNow();
        if (token.ExpiresAt <= now)
        {
            throw otherwise;
        }

        if (Expiry.IsFresh(token.ExpiresAt, now))
        {
            return token;
        }

        cache.Process.Pause(now);
        if (otherwise is not (TimeoutException or SignInRequiredException or { InnerException: ServiceException }))
        {
            cache.Report(otherwise.Message);
        }

        return token;
    }
}
