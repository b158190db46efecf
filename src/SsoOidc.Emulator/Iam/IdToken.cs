using System.Buffers.Text;
using System.Text;

namespace SsoOidc.Emulator;

/// <summary>An ID token as an unsecured JWT (RFC 7519 §6): the emulator has no key that anybody would trust.</summary>
internal static class IdToken
{
    public static string Create(string issuer, Client client, DateTimeOffset now, TimeSpan lifetime)
    {
        string issuedAt = now.ToUnixTimeSeconds().ToString();
        string expiresAt = (now + lifetime).ToUnixTimeSeconds().ToString();
        string claims = JsonText.Object(
            ("iss", issuer),
            ("sub", "emulated-person"),
            ("aud", client.Id),
            ("iat", issuedAt),
            ("exp", expiresAt)
        );
        return $"{Encode("{\"alg\":\"none\"}")}.{Encode(claims)}.";
    }

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
