using SsoOidc.Portal;
using SsoOidcGen.Runtime;

namespace SsoOidc;

/// <summary>Signs out of every session in a cache at once, as <c>aws sso logout</c> does.</summary>
/// <param name="options">The token store must be a <see cref="FileTokenStore"/>: only its entries can be listed.</param>
/// <param name="roleCredentials">Where cached role credentials are removed too; null is <c>~/.aws/cli/cache</c>.</param>
public sealed class SsoSignOut(SsoLoginOptions? options = null, FileTokenStore? roleCredentials = null)
{
    private readonly SsoLoginOptions _options = options ?? new SsoLoginOptions();
    private readonly FileTokenStore _roleCredentials = roleCredentials ?? FileTokenStore.ForRoleCredentials();

    /// <summary>Ends every session at its portal, and removes all tokens and all role credentials that came from a portal. Client registrations stay.</summary>
    /// <param name="cancellationToken">Ends the work between two entries.</param>
    /// <returns>How many tokens were removed.</returns>
    /// <exception cref="ServiceException">A portal is out of reach; its token stays, so that signing out can be tried again.</exception>
    public async Task<int> SignOutOfAllAsync(CancellationToken cancellationToken = default)
    {
        if (_options.TokenStore is not FileTokenStore tokens)
        {
            throw new NotSupportedException(
                "Only the entries of a FileTokenStore can be listed. Sign out of each session with SsoLogin.SignOutAsync."
            );
        }

        int removed = 0;
        using SsoClients clients = new(_options);
        foreach (string name in tokens.List())
        {
            if (await TryReadAsync(tokens, name, cancellationToken).ConfigureAwait(false) is { } token)
            {
                await EndAsync(clients, token, token.Region, cancellationToken).ConfigureAwait(false);
                await tokens.RemoveAsync(name, cancellationToken).ConfigureAwait(false);
                removed++;
            }
        }

        await RemoveRoleCredentialsAsync(cancellationToken).ConfigureAwait(false);
        return removed;
    }

    /// <summary>Ends a session at its portal. A portal that refuses does not know the session any more.</summary>
    internal static async Task EndAsync(
        SsoClients clients,
        SsoToken token,
        string? region,
        CancellationToken cancellationToken
    )
    {
        if (region is null)
        {
            return;
        }

        OperationResult<LogoutResponse> result = await clients
            .Portal(region)
            .TryInvokeAsync(
                SsoPortalClient.Operations.Logout,
                new LogoutRequest { AccessToken = token.AccessToken },
                cancellationToken
            )
            .ConfigureAwait(false);
        if (result.Exception is ServiceTimeoutException or ServiceUnreachableException)
        {
            result.GetOutput();
        }
    }

    private static async Task<SsoToken?> TryReadAsync(
        FileTokenStore tokens,
        string name,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await tokens.ReadAsync(name, cancellationToken).ConfigureAwait(false) is { } json
                ? SsoToken.FromJson(json)
                : null;
        }
        catch (FormatException)
        {
            // A registration, or a file of another tool.
            return null;
        }
    }

    private async Task RemoveRoleCredentialsAsync(CancellationToken cancellationToken)
    {
        foreach (string name in _roleCredentials.List())
        {
            byte[]? json = await _roleCredentials.ReadAsync(name, cancellationToken).ConfigureAwait(false);
            if (json is not null && RoleCredentialsEntry.IsFromPortal(json))
            {
                await _roleCredentials.RemoveAsync(name, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
