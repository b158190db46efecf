namespace SsoOidc.Emulator;

internal static class GrantTypes
{
    public const string AuthorizationCode = "authorization_code";
    public const string DeviceCode = "urn:ietf:params:oauth:grant-type:device_code";
    public const string RefreshToken = "refresh_token";

    /// <summary>What a public client may register.</summary>
    public static IReadOnlyList<string> Public { get; } = [AuthorizationCode, DeviceCode, RefreshToken];

    /// <summary>What a public client gets that registers without naming any.</summary>
    public static IReadOnlyList<string> Default { get; } = [DeviceCode, RefreshToken];
}
