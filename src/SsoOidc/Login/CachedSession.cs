namespace SsoOidc;

/// <summary>A session as a token cache holds it.</summary>
/// <param name="Name">The name of its <c>[sso-session]</c> section; null when no section of the shared config has this token.</param>
/// <param name="Token">The token as it is cached; it may have expired.</param>
/// <param name="File">The cache file.</param>
/// <param name="WrittenBy">The tool that signed in, <c>ssooidc</c> or <c>AWS CLI</c>; null for any other.</param>
public sealed record CachedSession(string? Name, SsoToken Token, string File, string? WrittenBy)
{
    /// <summary>What the token is good for.</summary>
    /// <param name="now">The time in question.</param>
    public TokenState StateAt(DateTimeOffset now) =>
        Token.ExpiresAt > now ? TokenState.Valid
        : Token.IsRefreshableAt(now) ? TokenState.Refreshable
        : TokenState.Expired;
}
