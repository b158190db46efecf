using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace SsoOidc.Emulator;

/// <summary>
/// Takes the token of another issuer as proof of who the user is (RFC 7523). The emulator knows no issuer's keys: it
/// asks for the form of a JWT and an expiry that lies ahead, and accepts any signature.
/// </summary>
internal static class JwtBearerGrant
{
    public static void Check(string assertion, DateTimeOffset now)
    {
        if (Expiry(assertion) is not { } expiry)
        {
            throw OAuthError.Create("invalid_grant", "The assertion is not a JWT with an exp claim");
        }

        if (expiry <= now.ToUnixTimeSeconds())
        {
            throw OAuthError.Create("invalid_grant", "The assertion has expired");
        }
    }

    private static double? Expiry(string assertion)
    {
        if (assertion.Split('.') is not [_, var payload, _])
        {
            return null;
        }

        try
        {
            using JsonDocument claims = JsonDocument.Parse(WebEncoders.Base64UrlDecode(payload));
            return
                claims.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("exp", out JsonElement exp)
                && exp.ValueKind == JsonValueKind.Number
                ? exp.GetDouble()
                : null;
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            return null;
        }
    }
}
