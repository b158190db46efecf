namespace SsoOidc.Emulator;

/// <summary>Reads the query of <c>/authorize</c>. The client and its redirect URI have to be checked before.</summary>
internal static class AuthorizationRequestReader
{
    public static AuthorizationRequest Read(IQueryCollection query, Client client, string redirectUri)
    {
        if (!client.Allows(GrantTypes.AuthorizationCode))
        {
            throw OAuthError.Create("unauthorized_client", "The client is not registered for authorization codes");
        }

        if (query["response_type"] != "code")
        {
            throw OAuthError.Create("invalid_request", "response_type is not code");
        }

        return new AuthorizationRequest(
            client,
            redirectUri,
            query["state"] is [{ Length: > 0 } state] ? state : null,
            Scopes(query, client),
            CodeChallenge(query, client)
        );
    }

    private static string? CodeChallenge(IQueryCollection query, Client client)
    {
        string challenge = query["code_challenge"].ToString();
        if (challenge.Length == 0 && !client.IsPublic)
        {
            return null;
        }

        return query["code_challenge_method"] == "S256" && Pkce.IsChallenge(challenge)
            ? challenge
            : throw OAuthError.Create("invalid_request", "An S256 code_challenge is required");
    }

    /// <summary>The service's own parameter is <c>scopes</c>; OAuth's <c>scope</c> is understood as well.</summary>
    private static IReadOnlyList<string> Scopes(IQueryCollection query, Client client)
    {
        string text = query["scopes"].ToString() is { Length: > 0 } scopes ? scopes : query["scope"].ToString();
        string[] requested = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return ScopeGrant.Narrow(client, requested.Length == 0 ? null : requested);
    }
}
