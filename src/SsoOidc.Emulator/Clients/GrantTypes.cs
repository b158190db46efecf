namespace SsoOidc.Emulator;

internal static class GrantTypes
{
    public const string AuthorizationCode = "authorization_code";
    public const string DeviceCode = "urn:ietf:params:oauth:grant-type:device_code";
    public const string JwtBearer = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    public const string RefreshToken = "refresh_token";
    public const string TokenExchange = "urn:ietf:params:oauth:grant-type:token-exchange";

    /// <summary>What a public client may register.</summary>
    public static IReadOnlyList<string> Public { get; } = [AuthorizationCode, DeviceCode, RefreshToken];

    /// <summary>What a public client gets that registers without naming any.</summary>
    public static IReadOnlyList<string> Default { get; } = [DeviceCode, RefreshToken];

    /// <summary>What an application that signs its requests may use.</summary>
    public static IReadOnlyList<string> Application { get; } =
    [AuthorizationCode, RefreshToken, JwtBearer, TokenExchange];
}
