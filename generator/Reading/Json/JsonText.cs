using System.Globalization;

namespace SsoOidcGen.Reading.Json;

/// <summary>The escapes of JSON strings (RFC 8259 §7).</summary>
internal static class JsonText
{
    /// <param name="escaped">What stands between the quotes; its escapes have been checked.</param>
    /// <param name="buffer">Room for the text, which grows and serves again.</param>
    public static string Unescape(ReadOnlySpan<char> escaped, ref char[] buffer)
    {
        int backslash = escaped.IndexOf('\\');
        if (backslash < 0)
        {
            return escaped.ToString();
        }

        if (buffer.Length < escaped.Length)
        {
            buffer = new char[Math.Max(escaped.Length, 2 * buffer.Length)];
        }

        char[] text = buffer;
        int length = 0;
        for (; backslash >= 0; backslash = escaped.IndexOf('\\'))
        {
            escaped.Slice(0, backslash).CopyTo(text.AsSpan(length));
            length += backslash;
            char letter = escaped[backslash + 1];
            bool isCode = letter == 'u';
            text[length++] = (isCode ? ReadHex(escaped.Slice(backslash + 2, 4)) : ReadShort(letter)) ?? letter;
            escaped = escaped.Slice(backslash + (isCode ? 6 : 2));
        }

        escaped.CopyTo(text.AsSpan(length));
        return new string(text, 0, length + escaped.Length);
    }

    /// <summary>The character of <c>\n</c> and its kin; null when there is no such escape.</summary>
    public static char? ReadShort(char letter) =>
        letter switch
        {
            '"' or '\\' or '/' => letter,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => null,
        };

    /// <summary>The character of four hexadecimal digits; null when they are not four digits.</summary>
    public static char? ReadHex(ReadOnlySpan<char> digits) =>
        digits.Length == 4
        && ushort.TryParse(
            digits.ToString(),
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture,
            out ushort code
        )
            ? (char)code
            : null;
}
