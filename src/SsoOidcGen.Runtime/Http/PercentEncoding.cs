using System.Buffers;
using System.Text;

namespace SsoOidcGen.Runtime;

/// <summary>Percent-encoding of everything but the unreserved characters (RFC 3986 §2.3).</summary>
internal static class PercentEncoding
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private static readonly SearchValues<char> UnreservedCharacters = SearchValues.Create(Unreserved);
    private static readonly SearchValues<char> UnreservedOrSlash = SearchValues.Create(Unreserved + "/");

    public static void Append(StringBuilder target, string value, bool keepSlashes = false)
    {
        SearchValues<char> kept = keepSlashes ? UnreservedOrSlash : UnreservedCharacters;
        ReadOnlySpan<char> rest = value;
        Span<byte> utf8 = stackalloc byte[4];
        while (!rest.IsEmpty)
        {
            int plain = rest.IndexOfAnyExcept(kept);
            if (plain < 0)
            {
                target.Append(rest);
                return;
            }

            target.Append(rest[..plain]);
            Rune.DecodeFromUtf16(rest[plain..], out Rune rune, out int consumed);
            foreach (byte b in utf8[..rune.EncodeToUtf8(utf8)])
            {
                target.Append('%').Append(HexDigit(b >> 4)).Append(HexDigit(b & 0xF));
            }

            rest = rest[(plain + consumed)..];
        }
    }

    private static char HexDigit(int value) => (char)(value < 10 ? '0' + value : 'A' + value - 10);
}
