using System.Buffers.Text;
using System.Text;

namespace SsoOidcGen.Runtime;

/// <summary>
/// A sensitive value in a text that repeats it: as it is, or escaped as in JSON, URLs and HTML; whole, or cut off behind
/// its beginning.
/// </summary>
internal static class Echo
{
    /// <summary>So much of a longer value gives away what it is.</summary>
    private const int Beginning = 16;

    /// <summary>Puts <see cref="Redaction.Text"/> in place of each echo.</summary>
    /// <param name="text">UTF-8; it only gets shorter, since no value is shorter than the mark.</param>
    /// <param name="value">UTF-8.</param>
    /// <returns>How many bytes remain.</returns>
    public static int Redact(Span<byte> text, ReadOnlySpan<byte> value)
    {
        int read = 0;
        int written = 0;
        while (Find(text[read..], value, out int length) is >= 0 and var index)
        {
            text.Slice(read, index).CopyTo(text[written..]);
            written += index;
            Redaction.Utf8.CopyTo(text[written..]);
            written += Redaction.Utf8.Length;
            read += index + length;
        }

        if (read > 0)
        {
            text[read..].CopyTo(text[written..]);
        }

        return written + text.Length - read;
    }

    private static int Find(ReadOnlySpan<byte> text, ReadOnlySpan<byte> value, out int length)
    {
        if (text.IndexOfAny("%\\&+"u8) < 0)
        {
            // Nothing is escaped in most errors.
            int index = text.IndexOf(value[..Math.Min(value.Length, Beginning)]);
            length = index < 0 ? 0 : text[index..].CommonPrefixLength(value);
            return index;
        }

        int start = 0;
        while (text[start..].IndexOfAny([value[0], (byte)'%', (byte)'\\', (byte)'&']) is >= 0 and var next)
        {
            start += next;
            length = Match(text[start..], value);
            if (length > 0)
            {
                return start;
            }

            start++;
        }

        length = 0;
        return -1;
    }

    /// <summary>How much of a text's start repeats the value; 0 when that is too little.</summary>
    private static int Match(ReadOnlySpan<byte> text, ReadOnlySpan<byte> value)
    {
        Span<byte> unescaped = stackalloc byte[4];
        int read = 0;
        int matched = 0;
        while (matched < value.Length && read < text.Length)
        {
            ReadOnlySpan<byte> rest = value[matched..];
            int escape = Unescape(text[read..], rest[0], unescaped, out int size);
            if (escape > 0 && rest.StartsWith(unescaped[..size]))
            {
                read += escape;
                matched += size;
            }
            else if (text[read] == rest[0] || (text[read] == '+' && rest[0] == ' '))
            {
                read++;
                matched++;
            }
            else
            {
                break;
            }
        }

        return matched >= Math.Min(value.Length, Beginning) ? read : 0;
    }

    /// <returns>The length of the escape sequence at the text's start; 0 when there is none.</returns>
    private static int Unescape(ReadOnlySpan<byte> text, byte expected, Span<byte> unescaped, out int size)
    {
        switch (text[0])
        {
            case (byte)'%' when text.Length > 2 && TryHex(text.Slice(1, 2), out int value):
                unescaped[0] = (byte)value;
                size = 1;
                return 3;
            case (byte)'\\':
                return Backslash(text, expected, unescaped, out size);
            case (byte)'&':
                return Entity(text, unescaped, out size);
            default:
                size = 0;
                return 0;
        }
    }

    /// <summary>JSON (RFC 8259 §7), also inside JSON strings, where the backslashes double.</summary>
    private static int Backslash(ReadOnlySpan<byte> text, byte expected, Span<byte> unescaped, out int size)
    {
        size = 1;
        int start = text.IndexOfAnyExcept((byte)'\\');
        if (expected == '\\' || start < 0)
        {
            unescaped[0] = (byte)'\\';
            return Math.Min(text.Length, 2);
        }

        if (text[start] != 'u' || text.Length < start + 5 || !TryHex(text.Slice(start + 1, 4), out int unit))
        {
            unescaped[0] = text[start] switch
            {
                (byte)'b' => (byte)'\b',
                (byte)'f' => (byte)'\f',
                (byte)'n' => (byte)'\n',
                (byte)'r' => (byte)'\r',
                (byte)'t' => (byte)'\t',
                byte other => other,
            };
            return start + 1;
        }

        int length = start + 5;
        ReadOnlySpan<byte> low = text[length..].TrimStart((byte)'\\');
        if (
            char.IsHighSurrogate((char)unit)
            && low is [(byte)'u', _, _, _, _, ..]
            && TryHex(low.Slice(1, 4), out int lowUnit)
            && Rune.TryCreate((char)unit, (char)lowUnit, out Rune pair)
        )
        {
            size = pair.EncodeToUtf8(unescaped);
            return text.Length - low.Length + 5;
        }

        size = Rune.TryCreate((char)unit, out Rune rune) ? rune.EncodeToUtf8(unescaped) : 0;
        return size == 0 ? 0 : length;
    }

    private static int Entity(ReadOnlySpan<byte> text, Span<byte> unescaped, out int size)
    {
        size = 0;
        int end = text[..Math.Min(text.Length, "&#x10FFFF;".Length)].IndexOf((byte)';');
        if (end < 0)
        {
            return 0;
        }

        ReadOnlySpan<byte> name = text[1..end];
        int value =
            name.StartsWith("#x"u8) || name.StartsWith("#X"u8) ? (TryHex(name[2..], out int hex) ? hex : -1)
            : name.StartsWith("#"u8) ? (TryDecimal(name[1..], out int number) ? number : -1)
            : name.SequenceEqual("amp"u8) ? '&'
            : name.SequenceEqual("lt"u8) ? '<'
            : name.SequenceEqual("gt"u8) ? '>'
            : name.SequenceEqual("quot"u8) ? '"'
            : name.SequenceEqual("apos"u8) ? '\''
            : -1;
        size = Rune.TryCreate(value, out Rune rune) ? rune.EncodeToUtf8(unescaped) : 0;
        return size == 0 ? 0 : end + 1;
    }

    private static bool TryHex(ReadOnlySpan<byte> digits, out int value) =>
        Utf8Parser.TryParse(digits, out value, out int length, 'x') && length == digits.Length;

    private static bool TryDecimal(ReadOnlySpan<byte> digits, out int value) =>
        Utf8Parser.TryParse(digits, out value, out int length) && length == digits.Length;
}
