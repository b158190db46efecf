using System.Runtime.CompilerServices;
using SsoOidc.Portal;
using SsoOidcGen.Runtime;

namespace SsoOidc;

/// <summary>What a signed-in user can reach: accounts, their roles, and the roles' credentials.</summary>
/// <param name="login">Gives the token.</param>
public sealed class AccessPortal(SsoLogin login)
{
    /// <summary>Lists the accounts, page by page as they are asked for.</summary>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="SignInRequiredException">There is no valid token, or the portal does not accept it.</exception>
    /// <exception cref="ServiceException">The portal returned another error or cannot be reached.</exception>
    public async IAsyncEnumerable<AccountInfo> ListAccountsAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        SsoToken token = await login.GetTokenAsync(cancellationToken).ConfigureAwait(false);
        ListAccountsRequest request = new() { AccessToken = token.AccessToken };
        IAsyncEnumerable<AccountInfo> accounts = Client(token).ListAccountsItemsAsync(request, cancellationToken);
        await foreach (AccountInfo account in Guarded(accounts, cancellationToken).ConfigureAwait(false))
        {
            yield return account;
        }
    }

    /// <summary>Lists the roles in an account, page by page as they are asked for.</summary>
    /// <param name="accountId">The 12 digits of the account.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <inheritdoc cref="ListAccountsAsync" path="/exception"/>
    public async IAsyncEnumerable<RoleInfo> ListRolesAsync(
        string accountId,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        SsoToken token = await login.GetTokenAsync(cancellationToken).ConfigureAwait(false);
        ListAccountRolesRequest request = new() { AccessToken = token.AccessToken, AccountId = accountId };
        IAsyncEnumerable<RoleInfo> roles = Client(token).ListAccountRolesItemsAsync(request, cancellationToken);
        await foreach (RoleInfo role in Guarded(roles, cancellationToken).ConfigureAwait(false))
        {
            yield return role;
        }
    }

    /// <summary>Gets new credentials of a role; nothing is cached.</summary>
    /// <param name="accountId">The 12 digits of the account.</param>
    /// <param name="roleName">The role as the portal names it.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <inheritdoc cref="ListAccountsAsync" path="/exception"/>
    public async Task<AwsCredentials> GetRoleCredentialsAsync(
        string accountId,
        string roleName,
        CancellationToken cancellationToken = default
    )
    {
        const string Operation = "GetRoleCredentials";
        const long MillisecondsPerSecond = 1000;
        SsoToken token = await login.GetTokenAsync(cancellationToken).ConfigureAwait(false);
        GetRoleCredentialsRequest request = new()
        {
            AccessToken = token.AccessToken,
            AccountId = accountId,
            RoleName = roleName,
        };
        try
        {
            GetRoleCredentialsResponse response = await Client(token)
                .GetRoleCredentialsAsync(request, cancellationToken)
                .ConfigureAwait(false);
            RoleCredentials role = ResponseValue.Require(response.RoleCredentials, Operation, "roleCredentials");
            return new AwsCredentials(
                ResponseValue.RequireText(role.AccessKeyId, Operation, "accessKeyId"),
                ResponseValue.RequireText(role.SecretAccessKey, Operation, "secretAccessKey"),
                role.SessionToken
            )
            {
                Expiration = ResponseValue.Time(
                    ResponseValue.Require(role.Expiration, Operation, "expiration") / MillisecondsPerSecond
                ),
                AccountId = accountId,
            };
        }
        catch (UnauthorizedException exception)
        {
            throw NotAccepted(exception);
        }
    }

    private SsoPortalClient Client(SsoToken token) => login.Clients.Portal(token.Region ?? login.Session.Region);

    private async IAsyncEnumerable<T> Guarded<T>(
        IAsyncEnumerable<T> items,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        IAsyncEnumerator<T> enumerator = items.GetAsyncEnumerator(cancellationToken);
        await using (enumerator.ConfigureAwait(false))
        {
            while (await MoveNextAsync(enumerator).ConfigureAwait(false))
            {
                yield return enumerator.Current;
            }
        }
    }

    private async ValueTask<bool> MoveNextAsync<T>(IAsyncEnumerator<T> enumerator)
    {
        try
        {
            return await enumerator.MoveNextAsync().ConfigureAwait(false);
        }
        catch (UnauthorizedException exception)
        {
            throw NotAccepted(exception);
        }
    }

    private SignInRequiredException NotAccepted(UnauthorizedException exception) =>
        new(
            login.Session,
            $"The access portal does not accept the token for {login.Session.DisplayName}: {exception.Message.TrimEnd('.')}. Sign in again.",
            exception
        );
}
