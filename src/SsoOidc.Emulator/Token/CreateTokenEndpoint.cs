namespace SsoOidc.Emulator;

/// <summary><c>POST /token</c>: a public client turns a grant into tokens (RFC 6749 §3.2).</summary>
internal sealed class CreateTokenEndpoint(
    ClientRegistry clients,
    DeviceAuthorizationStore deviceAuthorizations,
    AuthorizationCodeStore authorizationCodes,
    TokenStore tokens
)
{
    public async Task HandleAsync(HttpContext context)
    {
        JsonBody body = await JsonBody.ReadAsync(context);
        string grantType = body.Required("grantType");
        Client client = clients.Authenticate(body);
        if (!GrantTypes.Public.Contains(grantType))
        {
            throw OAuthError.Create("unsupported_grant_type", $"There is no grant type {grantType}");
        }

        if (!client.Allows(grantType))
        {
            throw OAuthError.Create("unauthorized_client", $"The client is not registered for {grantType}");
        }

        IssuedTokens issued = grantType switch
        {
            GrantTypes.AuthorizationCode => authorizationCodes.Redeem(client, body),
            GrantTypes.DeviceCode => RedeemDeviceCode(client, body.Required("deviceCode")),
            _ => tokens.Refresh(client, body.Required("refreshToken")),
        };
        await JsonResponse.WriteAsync(context, json => TokenResponse.WriteMembers(json, issued));
    }

    private IssuedTokens RedeemDeviceCode(Client client, string deviceCode)
    {
        if (
            deviceAuthorizations.FindByDeviceCode(deviceCode) is not { } authorization
            || authorization.Client != client
        )
        {
            throw OAuthError.Create("invalid_grant", "The device code is not known");
        }

        authorization.Redeem();
        return tokens.StartSession(client, client.Scopes, client.GetsRefreshTokens);
    }
}
