namespace SsoOidc.Emulator;

/// <summary>Hands out authorization codes and takes each of them once.</summary>
internal sealed class AuthorizationCodeStore(EmulatorOptions options, TokenStore tokens)
{
    private readonly Lock _lock = new();
    private readonly BoundedStore<string, IssuedCode> _codes = new(
        options.TimeProvider,
        options.AuthorizationCodeLifetime + EmulatorOptions.Afterlife,
        code => code.Request.Bytes
    );

    public string Issue(AuthorizationRequest request)
    {
        string code = Secrets.Create();
        DateTimeOffset expiresAt = options.TimeProvider.GetUtcNow() + options.AuthorizationCodeLifetime;
        _codes.Add(code, new IssuedCode(request, expiresAt));
        return code;
    }

    /// <summary>A code is spent by its first use, successful or not.</summary>
    public IssuedTokens Redeem(Client client, JsonBody body)
    {
        string code = body.Required("code");
        string redirectUri = body.Required("redirectUri");
        string? verifier = client.IsPublic ? body.Required("codeVerifier") : body.Optional("codeVerifier");
        lock (_lock)
        {
            if (_codes.Find(code) is not { } issued || issued.Request.Client != client)
            {
                throw OAuthError.Create("invalid_grant", "The authorization code is not known");
            }

            if (issued.IsSpent)
            {
                // Somebody else may have used it first: what they got is taken back (RFC 6749 §4.1.2).
                issued.Session?.End();
                throw OAuthError.Create("invalid_grant", "The authorization code has been used");
            }

            issued.IsSpent = true;
            Check(issued, redirectUri, verifier);
            IssuedTokens result = tokens.StartSession(client, issued.Request.Scopes, client.GetsRefreshTokens);
            issued.Session = result.Session;
            return result;
        }
    }

    private void Check(IssuedCode issued, string redirectUri, string? verifier)
    {
        if (issued.ExpiresAt <= options.TimeProvider.GetUtcNow())
        {
            throw OAuthError.Create("expired_token", "The authorization code has expired");
        }

        if (issued.Request.RedirectUri != redirectUri)
        {
            throw OAuthError.Create("invalid_grant", "The redirect URI is not the one the code was sent to");
        }

        if (issued.Request.CodeChallenge is { } challenge && (verifier is null || !Pkce.Matches(challenge, verifier)))
        {
            throw OAuthError.Create("invalid_grant", "The code verifier does not match the challenge");
        }
    }

    private sealed class IssuedCode(AuthorizationRequest request, DateTimeOffset expiresAt)
    {
        public AuthorizationRequest Request { get; } = request;

        public DateTimeOffset ExpiresAt { get; } = expiresAt;

        public bool IsSpent { get; set; }

        public Session? Session { get; set; }
    }
}
