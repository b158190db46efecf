using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace SsoOidc.Emulator;

/// <summary>The token of an OpenID Connect provider, as far as it can be checked without the provider's keys.</summary>
internal static class WebIdentityToken
{
    /// <exception cref="ProtocolException">It is no JWT, or has expired.</exception>
    public static void Check(string token, DateTimeOffset now)
    {
        if (token.Split('.') is not [_, var payload, _] || ExpirationIn(payload) is not { } expiration)
        {
            throw StsError.Create("InvalidIdentityToken", "The token is not a JWT with a claim exp");
        }

        if (expiration <= now.ToUnixTimeSeconds())
        {
            throw StsError.Create("ExpiredTokenException", "The token has expired");
        }
    }

    private static long? ExpirationIn(string payload)
    {
        try
        {
            using JsonDocument claims = JsonDocument.Parse(WebEncoders.Base64UrlDecode(payload));
            return claims.RootElement.TryGetProperty("exp", out JsonElement end) && end.TryGetInt64(out long seconds)
                ? seconds
                : null;
        }
        catch (Exception exception) when (exception is FormatException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
