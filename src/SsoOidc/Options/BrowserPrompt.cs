namespace SsoOidc;

/// <summary>Signing in happens in a browser on this machine, which then calls back.</summary>
public sealed record BrowserPrompt : SignInPrompt
{
    /// <summary>The authorization request (RFC 6749 §4.1.1, RFC 7636 §4.3).</summary>
    public required string AuthorizationUrl { get; init; }

    /// <inheritdoc/>
    public override string Url => AuthorizationUrl;

    /// <summary>The address without the parameters of this sign-in.</summary>
    public override string ToString() =>
        $"BrowserPrompt {{ Url = {AuthorizationUrl.Split('?')[0]}, ExpiresAt = {ExpiresAt:u} }}";
}
