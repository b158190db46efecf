using System.Security.Cryptography;

namespace SsoOidc.Emulator;

/// <summary>The code that the user types. Letters without vowels cannot spell words (RFC 8628 §6.1).</summary>
internal static class UserCode
{
    private const string Letters = "BCDFGHJKLMNPQRSTVWXZ";

    public static string Create()
    {
        string letters = RandomNumberGenerator.GetString(Letters, 8);
        return $"{letters[..4]}-{letters[4..]}";
    }

    /// <summary>Normalizes a code as users type it: case, blanks, a forgotten hyphen.</summary>
    public static string Normalize(string typed)
    {
        string letters = string.Concat(typed.Where(char.IsAsciiLetter)).ToUpperInvariant();
        return letters.Length == 8 ? $"{letters[..4]}-{letters[4..]}" : letters;
    }
}
