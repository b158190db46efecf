using System.Globalization;
using System.Text;

namespace SsoOidcGen.Reading.Json;

/// <summary>The escapes of JSON strings (RFC 8259 §7).</summary>
internal static class JsonText
{
    /// <param name="escaped">What stands between the quotes; its escapes have been checked.</param>
    public static string Unescape(ReadOnlySpan<char> escaped)
    {
        int backslash = escaped.IndexOf('\\');
        if (backslash < 0)
        {
            return escaped.ToString();
        }

        StringBuilder text = new(escaped.Length);
        text.Append(escaped.Slice(0, backslash).ToString());
        for (int i = backslash; i < escaped.Length; i++)
        {
            if (escaped[i] != '\\')
            {
                text.Append(escaped[i]);
            }
            else if (escaped[++i] == 'u')
            {
                text.Append(ReadHex(escaped.Slice(i + 1, 4)));
                i += 4;
            }
            else
            {
                text.Append(ReadShort(escaped[i]) ?? escaped[i]);
            }
        }

        return text.ToString();
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
