using System.Text;

namespace SsoOidcGen.Reading.SmithyAst;

/// <summary>The text of a paragraph of CommonMark: code, emphasis, links, escapes; HTML stays as it is.</summary>
internal static class CommonMarkText
{
    /// <summary>Longer paragraphs stay as they are: marks without their counterparts are searched for again and again.</summary>
    private const int Longest = 10_000;

    private const string Punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    public static string ToHtml(string text)
    {
        if (text.Length > Longest)
        {
            return text;
        }

        StringBuilder html = new(text.Length);
        int at = 0;
        while (at < text.Length)
        {
            at +=
                Escaped(text, at, html)
                ?? Code(text, at, html)
                ?? Link(text, at, html)
                ?? Emphasis(text, at, html)
                ?? Copy(text, at, html);
        }

        return html.ToString();
    }

    public static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    private static int? Escaped(string text, int at, StringBuilder html)
    {
        if (text[at] != '\\' || at + 1 == text.Length || Punctuation.IndexOf(text[at + 1]) < 0)
        {
            return null;
        }

        html.Append(Escape(text[at + 1].ToString()));
        return 2;
    }

    private static int? Code(string text, int at, StringBuilder html)
    {
        int ticks = Run(text, at, '`');
        int end = ticks == 0 ? -1 : text.IndexOf(new string('`', ticks), at + ticks, StringComparison.Ordinal);
        if (end < 0)
        {
            return null;
        }

        html.Append("<code>").Append(Escape(text.Substring(at + ticks, end - at - ticks).Trim())).Append("</code>");
        return end + ticks - at;
    }

    private static int? Link(string text, int at, StringBuilder html)
    {
        int close = text[at] == '[' ? text.IndexOf("](", at, StringComparison.Ordinal) : -1;
        int end = close < 0 ? -1 : text.IndexOf(')', close);
        if (end < 0 || text.IndexOf('[', at + 1, close - at - 1) >= 0)
        {
            return null;
        }

        string address = text.Substring(close + 2, end - close - 2).Split(' ')[0];
        html.Append("<a href=\"").Append(Escape(address).Replace("\"", "&quot;")).Append("\">");
        html.Append(ToHtml(text.Substring(at + 1, close - at - 1))).Append("</a>");
        return end + 1 - at;
    }

    /// <summary>An underscore inside a word is a part of it, as in names.</summary>
    private static int? Emphasis(string text, int at, StringBuilder html)
    {
        char mark = text[at];
        if (mark is not ('*' or '_') || (mark == '_' && at > 0 && char.IsLetterOrDigit(text[at - 1])))
        {
            return null;
        }

        string marks = new(mark, Math.Min(Run(text, at, mark), 2));
        int start = at + marks.Length;
        int end =
            start < text.Length && !char.IsWhiteSpace(text[start])
                ? text.IndexOf(marks, start + 1, StringComparison.Ordinal)
                : -1;
        if (
            end < 0
            || char.IsWhiteSpace(text[end - 1])
            || (mark == '_' && end + marks.Length < text.Length && char.IsLetterOrDigit(text[end + marks.Length]))
        )
        {
            return null;
        }

        string tag = marks.Length == 2 ? "b" : "i";
        html.Append('<').Append(tag).Append('>').Append(ToHtml(text.Substring(start, end - start)));
        html.Append("</").Append(tag).Append('>');
        return end + marks.Length - at;
    }

    private static int Copy(string text, int at, StringBuilder html)
    {
        html.Append(text[at]);
        return 1;
    }

    private static int Run(string text, int at, char c)
    {
        int length = 0;
        while (at + length < text.Length && text[at + length] == c)
        {
            length++;
        }

        return length;
    }
}
