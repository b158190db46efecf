using System.Globalization;
using System.Text;

namespace SsoOidcGen.Emitting.Documentation;

/// <summary>Character references of HTML. One that is unknown stays as it is.</summary>
internal static class HtmlEntities
{
    private const int LongestReference = 10;

    /// <summary>What the numbers 128 to 159 mean: HTML reads them as Windows-1252. A space has no meaning there.</summary>
    private const string Windows1252 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

    public static string Decode(string html)
    {
        int position = html.IndexOf('&');
        if (position < 0)
        {
            return html;
        }

        StringBuilder text = new(html.Length);
        int copied = 0;
        while (position >= 0)
        {
            int end = html.IndexOf(';', position, Math.Min(LongestReference, html.Length - position));
            string? value = end < 0 ? null : Value(html[(position + 1)..end]);
            if (value is not null)
            {
                text.Append(html, copied, position - copied).Append(value);
                copied = end + 1;
            }

            position = html.IndexOf('&', position + 1);
        }

        return text.Append(html, copied, html.Length - copied).ToString();
    }

    private static string? Value(string reference) =>
        reference switch
        {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "apos" => "'",
            "nbsp" => " ",
            "ndash" => "–",
            "mdash" => "—",
            "hellip" => "…",
            "lsquo" => "‘",
            "rsquo" => "’",
            "ldquo" => "“",
            "rdquo" => "”",
            "copy" => "©",
            "reg" => "®",
            "trade" => "™",
            ['#', 'x' or 'X', .. string hex] => Character(hex, NumberStyles.AllowHexSpecifier),
            ['#', .. string number] => Character(number, NumberStyles.None),
            _ => null,
        };

    private static string? Character(string digits, NumberStyles style)
    {
        if (!int.TryParse(digits, style, CultureInfo.InvariantCulture, out int code))
        {
            return null;
        }

        return code switch
        {
            >= 0x80 and <= 0x9F => Windows1252[code - 0x80].ToString(),
            (> 0 and < 0xD800) or (> 0xDFFF and <= 0x10FFFF) => char.ConvertFromUtf32(code),
            _ => null,
        };
    }
}
