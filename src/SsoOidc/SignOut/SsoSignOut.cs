using System.Runtime.ExceptionServices;
using SsoOidcGen.Runtime;

namespace SsoOidc;

/// <summary>Signs out, of one session or as <c>aws sso logout</c> of all, and removes cached role credentials with the token.</summary>
/// <param name="options">To sign out of all, the token store must be a <see cref="FileTokenStore"/>: only its entries can be listed.</param>
/// <param name="roleCredentials">Where cached role credentials are removed; null is <c>~/.aws/cli/cache</c>.</param>
public sealed class SsoSignOut(SsoLoginOptions? options = null, FileTokenStore? roleCredentials = null)
{
    private readonly SsoLoginOptions _options = options ?? new SsoLoginOptions();
    private readonly FileTokenStore _roleCredentials = roleCredentials ?? FileTokenStore.ForRoleCredentials();

    /// <summary>Ends one session at its portal, and removes its token and all role credentials that came from a portal.</summary>
    /// <remarks>The cache does not say which session role credentials belong to. Those of others are asked for anew when next needed.</remarks>
    /// <param name="session">The session.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>Whether there was a token.</returns>
    /// <exception cref="ServiceException">The portal cannot be reached; the token stays, so that signing out can be tried again.</exception>
    public async Task<bool> SignOutAsync(SsoSession session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        TokenCache cache = new(_options.TokenStore, session, _options.Warn, _options.Client.Log);
        using SsoClients clients = new(_options, this);
        bool wasSignedIn = await SessionSignOut
            .RunAsync(session, cache, clients, cancellationToken)
            .ConfigureAwait(false);
        await RemoveRoleCredentialsAsync(cancellationToken).ConfigureAwait(false);
        return wasSignedIn;
    }

    /// <summary>Ends every session at its portal, and removes all tokens and all role credentials that came from a portal. Client registrations stay.</summary>
    /// <remarks>A session that cannot be ended does not keep the others; the first failure is thrown at the end.</remarks>
    /// <param name="cancellationToken">Cancels the operation between two entries.</param>
    /// <returns>How many tokens were removed.</returns>
    /// <exception cref="ServiceException">A portal cannot be reached; its token stays, so that signing out can be tried again.</exception>
    public async Task<int> SignOutOfAllAsync(CancellationToken cancellationToken = default)
    {
        if (_options.TokenStore is not FileTokenStore tokens)
        {
            throw new NotSupportedException(
                "Only the entries of a FileTokenStore can be listed. Sign out of each session with SsoLogin.SignOutAsync."
            );
        }

        int removed = 0;
        ExceptionDispatchInfo? failure = null;
        using SsoClients clients = new(_options, this);
        foreach (string name in tokens.List())
        {
            try
            {
                if (
                    await TryReadAsync(tokens, name, cancellationToken).ConfigureAwait(false) is not null
                    && await SignOutAsync(clients, tokens, name, cancellationToken).ConfigureAwait(false)
                )
                {
                    removed++;
                }
            }
            catch (Exception exception)
                when (exception is ServiceException or TimeoutException or IOException or UnauthorizedAccessException)
            {
                failure ??= ExceptionDispatchInfo.Capture(exception);
            }
        }

        await RemoveRoleCredentialsAsync(cancellationToken).ConfigureAwait(false);
        failure?.Throw();
        return removed;
    }

    private async Task<bool> SignOutAsync(
        SsoClients clients,
        FileTokenStore tokens,
        string name,
        CancellationToken cancellationToken
    )
    {
        // A refresh that is under way must not bring the token back.
        IAsyncDisposable held = await tokens
            .LockAsync(name, TokenCache.LockTimeout, cancellationToken)
            .ConfigureAwait(false);
        await using (held.ConfigureAwait(false))
        {
            if (await TryReadAsync(tokens, name, cancellationToken).ConfigureAwait(false) is not { } token)
            {
                return false;
            }

            await SessionSignOut.EndAsync(clients, token, cancellationToken).ConfigureAwait(false);
            await tokens.RemoveAsync(name, cancellationToken).ConfigureAwait(false);
            return true;
        }
    }

    private Task<RevocableToken?> TryReadAsync(
        FileTokenStore tokens,
        string name,
        CancellationToken cancellationToken
    ) => tokens.TryReadAsync(name, json => RevocableToken.TryRead(json), _options.Warn, cancellationToken);

    private async Task RemoveRoleCredentialsAsync(CancellationToken cancellationToken)
    {
        foreach (string name in _roleCredentials.List())
        {
            byte[]? fromPortal = await _roleCredentials
                .TryReadAsync(
                    name,
                    json => RoleCredentialsEntry.IsFromPortal(json) ? json : null,
                    _options.Warn,
                    cancellationToken
                )
                .ConfigureAwait(false);
            if (fromPortal is not null)
            {
                await _roleCredentials.RemoveAsync(name, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
