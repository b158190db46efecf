using SsoOidc.Portal;
using SsoOidcGen.Runtime;

namespace SsoOidc;

/// <summary>What a signed-in person can reach: the credentials of roles.</summary>
/// <param name="login">Gives the token.</param>
public sealed class AccessPortal(SsoLogin login)
{
    /// <summary>Gets new credentials of a role; nothing is cached.</summary>
    /// <param name="accountId">The 12 digits of the account.</param>
    /// <param name="roleName">The role as the portal names it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="SignInRequiredException">There is no valid token, or the portal does not accept it.</exception>
    /// <exception cref="ServiceException">The portal answered with another error or is out of reach.</exception>
    public async Task<AwsCredentials> GetRoleCredentialsAsync(
        string accountId,
        string roleName,
        CancellationToken cancellationToken = default
    )
    {
        const string Operation = "GetRoleCredentials";
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
            RoleCredentials role = Answer.Require(response.RoleCredentials, Operation, "roleCredentials");
            return new AwsCredentials(
                Answer.Require(role.AccessKeyId, Operation, "accessKeyId"),
                Answer.Require(role.SecretAccessKey, Operation, "secretAccessKey"),
                role.SessionToken
            )
            {
                Expiration = DateTimeOffset.FromUnixTimeMilliseconds(
                    Answer.Require(role.Expiration, Operation, "expiration")
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

    private SignInRequiredException NotAccepted(UnauthorizedException exception) =>
        new(
            $"The access portal does not accept the token for {login.Session.DisplayName}: {exception.Message.TrimEnd('.')}. {login.Session.HowToSignIn}",
            exception
        );
}
