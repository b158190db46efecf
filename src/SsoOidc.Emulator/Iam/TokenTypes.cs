namespace SsoOidc.Emulator;

/// <summary>The token type identifiers of RFC 8693 §3 that the service knows.</summary>
internal static class TokenTypes
{
    public const string AccessToken = "urn:ietf:params:oauth:token-type:access_token";
    public const string RefreshToken = "urn:ietf:params:oauth:token-type:refresh_token";
}
