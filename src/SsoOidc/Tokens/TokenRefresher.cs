using SsoOidcGen.Runtime;

namespace SsoOidc;

/// <summary>
/// Hands out a valid access token and refreshes it in time (RFC 6749 §6): once, whoever else in this or another process
/// asks meanwhile. While the old token is valid a refresh may fail; an expired one is never handed out.
/// </summary>
internal sealed class TokenRefresher(
    SsoSession session,
    TokenCache cache,
    SsoClients clients,
    TimeProvider timeProvider
)
{
    private static readonly TimeSpan s_pauseAfterFailure = TimeSpan.FromSeconds(60);
    private DateTimeOffset _nextAttempt = DateTimeOffset.MinValue;

    public async Task<SsoToken> GetTokenAsync(CancellationToken cancellationToken)
    {
        SsoToken token = await cache.ReadAsync(cancellationToken).ConfigureAwait(false);
        DateTimeOffset now = timeProvider.GetUtcNow();
        if (Expiry.IsFresh(token.ExpiresAt, now))
        {
            return token;
        }

        bool isValid = token.ExpiresAt > now;
        if (!token.IsRefreshableAt(now))
        {
            return isValid ? token : throw Ended(token, "it cannot be refreshed");
        }

        if (isValid && now < _nextAttempt)
        {
            return token;
        }

        return await RefreshLockedAsync(token, cancellationToken).ConfigureAwait(false);
    }

    private async Task<SsoToken> RefreshLockedAsync(SsoToken token, CancellationToken cancellationToken)
    {
        try
        {
            IAsyncDisposable held = await cache.LockAsync(cancellationToken).ConfigureAwait(false);
            await using (held.ConfigureAwait(false))
            {
                // Whoever held the lock before may have refreshed it.
                token = await cache.ReadAsync(cancellationToken).ConfigureAwait(false);
                DateTimeOffset now = timeProvider.GetUtcNow();
                return Expiry.IsFresh(token.ExpiresAt, now) || !token.IsRefreshableAt(now)
                    ? Valid(token, "it cannot be refreshed")
                    : await RefreshAsync(token, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
            when (exception is TimeoutException or IOException or UnauthorizedAccessException
                && token.ExpiresAt > timeProvider.GetUtcNow()
            )
        {
            // The cache is locked, or mounted read-only.
            return token;
        }
    }

    private async Task<SsoToken> RefreshAsync(SsoToken token, CancellationToken cancellationToken)
    {
        CreateTokenRequest request = new()
        {
            ClientId = token.ClientId!,
            ClientSecret = token.ClientSecret!,
            GrantType = "refresh_token",
            RefreshToken = token.RefreshToken,
        };
        OperationResult<CreateTokenResponse> result = await clients
            .Oidc(token.Region ?? session.Region)
            .TryInvokeAsync(SsoOidcClient.Operations.CreateToken, request, cancellationToken)
            .ConfigureAwait(false);
        if (result.Exception is { } failure)
        {
            _nextAttempt = timeProvider.GetUtcNow() + s_pauseAfterFailure;
            return token.ExpiresAt > timeProvider.GetUtcNow() ? token : throw Failed(token, failure);
        }

        SsoToken refreshed = IssuedToken.From(result.GetOutput(), token, timeProvider.GetUtcNow());
        await cache.WriteAsync(refreshed, cancellationToken).ConfigureAwait(false);
        return refreshed;
    }

    private SsoToken Valid(SsoToken token, string otherwise) =>
        token.ExpiresAt > timeProvider.GetUtcNow() ? token : throw Ended(token, otherwise);

    private SsoException Failed(SsoToken token, ServiceException failure) =>
        failure.IsRetryable || failure is UnreadableResponseException
            ? new SsoException(
                $"The token for {session.DisplayName} ended at {token.ExpiresAt:u}, and refreshing it failed: {failure.Message}"
                    + " Check the network and try again.",
                failure
            )
            : Ended(token, $"the service refused to refresh it: {failure.Message}", failure);

    private SignInRequiredException Ended(SsoToken token, string why, Exception? innerException = null) =>
        new(
            $"The token for {session.DisplayName} ended at {token.ExpiresAt:u}, and {why.TrimEnd('.')}. {session.HowToSignIn}",
            innerException
        );
}
