using System.Buffers;
using System.Text;

namespace SsoOidcGen.Runtime;

/// <summary>Percent-encoding of everything but the unreserved characters (RFC 3986 §2.3).</summary>
internal static class PercentEncoding
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private static readonly SearchValues<char> UnreservedCharacters = SearchValues.Create(Unreserved);
    private static readonly SearchValues<char> UnreservedOrSlash = SearchValues.Create(Unreserved + "/");
    private static readonly SearchValues<char> UnreservedOrEscape = SearchValues.Create(Unreserved + "%");

    /// <summary>Encodes a path once more, as signatures want it.</summary>
    public static string EncodePath(string path) => Encode(path, UnreservedOrSlash);

    /// <summary>Encodes what of a text is not encoded yet.</summary>
    public static string Complete(string text) => Encode(text, UnreservedOrEscape);

    public static void Append(StringBuilder target, string value, bool keepSlashes = false) =>
        Append(target, value, keepSlashes ? UnreservedOrSlash : UnreservedCharacters);

    /// <summary>Adds an encoded value.</summary>
    public static void Write(IBufferWriter<byte> target, ReadOnlySpan<char> value)
    {
        Span<byte> utf8 = stackalloc byte[4];
        while (!value.IsEmpty)
        {
            int plain = value.IndexOfAnyExcept(UnreservedCharacters);
            plain = plain < 0 ? value.Length : plain;
            Ascii.FromUtf16(value[..plain], target.GetSpan(plain), out _);
            target.Advance(plain);
            value = value[plain..];
            if (!value.IsEmpty)
            {
                Rune.DecodeFromUtf16(value, out Rune rune, out int consumed);
                foreach (byte b in utf8[..rune.EncodeToUtf8(utf8)])
                {
                    target.Write([(byte)'%', (byte)HexDigit(b >> 4), (byte)HexDigit(b & 0xF)]);
                }

                value = value[consumed..];
            }
        }
    }

    private static string Encode(string text, SearchValues<char> kept)
    {
        if (!text.AsSpan().ContainsAnyExcept(kept))
        {
            return text;
        }

        StringBuilder encoded = new(text.Length);
        Append(encoded, text, kept);
        return encoded.ToString();
    }

    private static void Append(StringBuilder target, string value, SearchValues<char> kept)
    {
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
