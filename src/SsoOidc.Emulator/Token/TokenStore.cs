namespace SsoOidc.Emulator;

/// <summary>Issues, rotates and ends access and refresh tokens.</summary>
internal sealed class TokenStore(EmulatorOptions options)
{
    private readonly Lock _lock = new();
    private readonly BoundedStore<string, AccessToken> _accessTokens = new(
        options.TimeProvider,
        options.AccessTokenLifetime,
        token => token.Session.Bytes
    );
    private readonly BoundedStore<string, RefreshToken> _refreshTokens = new(
        options.TimeProvider,
        options.RefreshTokenLifetime + EmulatorOptions.Afterlife,
        token => token.Session.Bytes
    );

    public IssuedTokens StartSession(Client client, IReadOnlyList<string> scopes, bool withRefreshToken)
    {
        var session = new Session(client, scopes, options.TimeProvider.GetUtcNow());
        lock (_lock)
        {
            return Issue(session, withRefreshToken ? AddRefreshToken(session) : null);
        }
    }

    /// <returns>The session that the token belongs to, if the token is valid.</returns>
    public Session? FindSession(string accessToken) =>
        _accessTokens.Find(accessToken) is { Session: { HasEnded: false } session } token
        && token.ExpiresAt > options.TimeProvider.GetUtcNow()
            ? session
            : null;

    public IssuedTokens Refresh(Client client, string refreshToken)
    {
        lock (_lock)
        {
            if (
                _refreshTokens.Find(refreshToken) is not { } token
                || token.Session.Client != client
                || token.Session.HasEnded
            )
            {
                throw OAuthError.Create("invalid_grant", "The refresh token is not valid");
            }

            if (token.IsReplaced)
            {
                throw Reused(token.Session);
            }

            if (token.Session.StartedAt + options.RefreshTokenLifetime <= options.TimeProvider.GetUtcNow())
            {
                throw OAuthError.Create("invalid_grant", "The refresh token has expired");
            }

            token.IsReplaced = options.RotateRefreshTokens;
            return Issue(token.Session, options.RotateRefreshTokens ? AddRefreshToken(token.Session) : null);
        }
    }

    public void EndAllSessions()
    {
        IEnumerable<Session> sessions =
        [
            .. _accessTokens.Snapshot().Select(token => token.Session),
            .. _refreshTokens.Snapshot().Select(token => token.Session),
        ];
        foreach (Session session in sessions)
        {
            session.End();
        }
    }

    private ProtocolException Reused(Session session)
    {
        if (!options.ReuseEndsSession)
        {
            return OAuthError.Create("invalid_grant", "The refresh token was used before");
        }

        session.End();
        return OAuthError.Create("invalid_grant", "The refresh token was used before; the sign-in has ended");
    }

    private IssuedTokens Issue(Session session, string? refreshToken)
    {
        string accessToken = Secrets.Create();
        DateTimeOffset expiresAt = options.TimeProvider.GetUtcNow() + options.AccessTokenLifetime;
        _accessTokens.Add(accessToken, new AccessToken(session, expiresAt));
        return new IssuedTokens(session, accessToken, options.AccessTokenLifetime, refreshToken);
    }

    private string AddRefreshToken(Session session)
    {
        string refreshToken = Secrets.Create();
        _refreshTokens.Add(refreshToken, new RefreshToken(session));
        return refreshToken;
    }

    private sealed record AccessToken(Session Session, DateTimeOffset ExpiresAt);

    private sealed class RefreshToken(Session session)
    {
        public Session Session { get; } = session;

        public bool IsReplaced { get; set; }
    }
}
