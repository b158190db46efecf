namespace SsoOidcGen.Emitting.Documentation;

/// <summary>Splits HTML into text and tags. Every text is accepted: a <c>&lt;</c> that begins no tag is a character.</summary>
internal static class HtmlReader
{
    public static IEnumerable<HtmlToken> Read(string html)
    {
        int lastEnd = html.LastIndexOf('>');
        int textStart = 0;
        int position = 0;
        while ((position = html.IndexOf('<', position)) >= 0 && position < lastEnd)
        {
            if (!StartsTag(html, position))
            {
                position++;
                continue;
            }

            if (position > textStart)
            {
                yield return Text(html[textStart..position]);
            }

            int end = html.IndexOf('>', position);
            string tag = html[(position + 1)..end];
            position = textStart = end + 1;
            if (tag[0] == '/')
            {
                yield return new HtmlToken(HtmlTokenKind.EndTag, Name(tag, 1));
            }
            else
            {
                string name = Name(tag, 0);
                yield return new HtmlToken(HtmlTokenKind.StartTag, name, Link(tag));
                if (tag.EndsWith("/", StringComparison.Ordinal))
                {
                    yield return new HtmlToken(HtmlTokenKind.EndTag, name);
                }
            }
        }

        if (textStart < html.Length)
        {
            yield return Text(html[textStart..]);
        }
    }

    private static HtmlToken Text(string html) => new(HtmlTokenKind.Text, HtmlEntities.Decode(html));

    /// <summary>There is a <c>&gt;</c> further on, hence the two characters that follow.</summary>
    private static bool StartsTag(string html, int position)
    {
        char next = html[position + 1];
        return IsLetter(next) || next is '!' or '?' || (next == '/' && IsLetter(html[position + 2]));
    }

    private static string Name(string tag, int start)
    {
        int end = start;
        while (end < tag.Length && (IsLetter(tag[end]) || tag[end] is >= '0' and <= '9'))
        {
            end++;
        }

        return tag[start..end].ToLowerInvariant();
    }

    private static string? Link(string tag)
    {
        int start = tag.IndexOf("href=", StringComparison.OrdinalIgnoreCase);
        if (start < 0)
        {
            return null;
        }

        start += "href=".Length;
        char quote = start < tag.Length ? tag[start] : ' ';
        string value;
        if (quote is '"' or '\'')
        {
            int end = tag.IndexOf(quote, start + 1);
            value = end < 0 ? tag[(start + 1)..] : tag[(start + 1)..end];
        }
        else
        {
            int end = tag.IndexOf(' ', start);
            value = end < 0 ? tag[start..] : tag[start..end];
        }

        string address = HtmlEntities.Decode(value).Trim();
        return IsWebAddress(address) ? address : null;
    }

    private static bool IsWebAddress(string address) =>
        (
            address.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || address.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        ) && address.All(static c => c is > ' ' and <= '~' and not ('<' or '>' or '"'));

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
