namespace SsoOidc;

/// <summary>Base64 for URLs, without padding (RFC 4648 §5).</summary>
internal static class Base64UrlEncoding
{
    public static string GetString(byte[] bytes) =>
        Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
