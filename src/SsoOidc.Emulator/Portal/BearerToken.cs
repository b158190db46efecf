namespace SsoOidc.Emulator;

/// <summary>The portal's own way to present an access token: a plain header, no <c>Bearer</c> prefix.</summary>
internal sealed class BearerToken(TokenStore tokens)
{
    public const string Header = "x-amz-sso_bearer_token";

    public Session Require(HttpContext context)
    {
        if (tokens.FindSession(context.Request.Headers[Header].ToString()) is not { } session)
        {
            throw PortalError.Unauthorized("Session token not found or invalid");
        }

        // A client that registered no scopes is of the old kind, which always had access.
        if (session.Scopes.Count > 0 && !session.Scopes.Contains(Client.AccountAccessScope))
        {
            throw PortalError.Unauthorized($"The token lacks the scope {Client.AccountAccessScope}");
        }

        return session;
    }
}
