using Microsoft.AspNetCore.WebUtilities;

namespace SsoOidc.Emulator;

/// <summary>An ID token as an unsecured JWT (RFC 7519 §6): the emulator has no key that anybody would trust.</summary>
internal static class IdToken
{
    public static string Create(string issuer, Client client, DateTimeOffset now, TimeSpan lifetime)
    {
        ReadOnlyMemory<byte> claims = JsonText.Object(json =>
        {
            json.WriteString("iss", issuer);
            json.WriteString("sub", "emulated-user");
            json.WriteString("aud", client.Id);
            json.WriteNumber("iat", now.ToUnixTimeSeconds());
            json.WriteNumber("exp", (now + lifetime).ToUnixTimeSeconds());
        });
        return $"{WebEncoders.Base64UrlEncode("{\"alg\":\"none\"}"u8)}.{WebEncoders.Base64UrlEncode(claims.Span)}.";
    }
}
