using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace SsoOidc.Emulator;

internal static class Secrets
{
    /// <returns>A text nobody can guess: 256 random bits in base64url.</returns>
    public static string Create() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    /// <summary>Compares in a time that does not depend on where the texts differ.</summary>
    public static bool Match(string expected, string presented) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(presented));
}
