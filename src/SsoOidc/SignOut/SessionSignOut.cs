using SsoOidc.Portal;
using SsoOidcGen.Runtime;

namespace SsoOidc;

/// <summary>Ends sessions at their portals.</summary>
internal static class SessionSignOut
{
    /// <summary>Ends a session and removes its token.</summary>
    /// <returns>Whether there was a token.</returns>
    public static async Task<bool> RunAsync(
        SsoSession session,
        TokenCache cache,
        SsoClients clients,
        CancellationToken cancellationToken
    )
    {
        // A refresh that is under way must not bring the token back.
        IAsyncDisposable held = await cache.LockAsync(TokenCache.LockTimeout, cancellationToken).ConfigureAwait(false);
        await using (held.ConfigureAwait(false))
        {
            if (await cache.TryReadRevocableAsync(cancellationToken).ConfigureAwait(false) is not { } token)
            {
                return false;
            }

            await EndAsync(clients, token with { Region = token.Region ?? session.Region }, cancellationToken)
                .ConfigureAwait(false);
            await cache.RemoveAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
    }

    /// <summary>Ends a session at its portal. A portal that refuses does not know the session any more.</summary>
    public static async Task EndAsync(SsoClients clients, RevocableToken token, CancellationToken cancellationToken)
    {
        if (token is not { AccessToken: { Length: > 0 } accessToken, Region: { } region })
        {
            return;
        }

        OperationResult<LogoutResponse> result = await clients
            .Portal(region)
            .TryInvokeAsync(
                SsoPortalClient.Operations.Logout,
                new LogoutRequest { AccessToken = accessToken },
                cancellationToken
            )
            .ConfigureAwait(false);
        if (result.Exception is ServiceTimeoutException or ServiceUnreachableException)
        {
            result.GetOutput();
        }
    }
}
