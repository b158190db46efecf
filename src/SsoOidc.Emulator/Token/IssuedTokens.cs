namespace SsoOidc.Emulator;

/// <summary>What a grant yields. A class, so that no generated text shows the tokens.</summary>
internal sealed class IssuedTokens(Session session, string accessToken, TimeSpan lifetime, string? refreshToken)
{
    public Session Session { get; } = session;

    public string AccessToken { get; } = accessToken;

    public TimeSpan Lifetime { get; } = lifetime;

    public string? RefreshToken { get; } = refreshToken;
}
