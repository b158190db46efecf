using System.Text.Json;

namespace SsoOidc.Emulator;

internal static class TokenResponse
{
    public static void WriteMembers(Utf8JsonWriter json, IssuedTokens issued)
    {
        json.WriteString("accessToken", issued.AccessToken);
        json.WriteString("tokenType", "Bearer");
        json.WriteNumber("expiresIn", (int)issued.Lifetime.TotalSeconds);
        if (issued.RefreshToken is not null)
        {
            json.WriteString("refreshToken", issued.RefreshToken);
        }
    }
}
