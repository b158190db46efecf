namespace SsoOidc.Emulator;

/// <summary>Trades an access token that another client got for one of this application (RFC 8693).</summary>
internal static class TokenExchangeGrant
{
    /// <returns>The type of the token that is asked for.</returns>
    public static string Check(JsonBody body, Client client, TokenStore tokens)
    {
        if (body.Required("subjectTokenType") != TokenTypes.AccessToken)
        {
            throw OAuthError.Create("invalid_request", "Only an access token can be exchanged");
        }

        string requested = body.Optional("requestedTokenType") ?? TokenTypes.AccessToken;
        if (requested is not (TokenTypes.AccessToken or TokenTypes.RefreshToken))
        {
            throw OAuthError.Create("invalid_request", $"There is no token type {requested}");
        }

        if (tokens.FindSession(body.Required("subjectToken")) is not { } session || session.Client == client)
        {
            throw OAuthError.Create("invalid_grant", "The subject token is not a valid token of another client");
        }

        return requested;
    }
}
