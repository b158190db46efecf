using System.Text;

namespace SsoOidcGen.Planning;

/// <summary>Documentation that says no more than a name: <c>&lt;p&gt;The VPC ID.&lt;/p&gt;</c> of <c>VpcId</c>.</summary>
internal static class NameEcho
{
    private static readonly string[] Articles = ["the", "an", "a"];

    /// <summary>The documentation; empty when it only repeats the name.</summary>
    public static string Remove(string name, string html)
    {
        // An article, the tags of a paragraph and blanks between words: what is longer says more.
        if (html.Length > (2 * name.Length) + 16)
        {
            return html;
        }

        string text = Letters(html);
        string repeated = Letters(name);
        return text == repeated || Articles.Any(article => text == article + repeated) ? "" : html;
    }

    /// <summary>Letters and digits outside of tags, all small.</summary>
    private static string Letters(string html)
    {
        StringBuilder letters = new(html.Length);
        bool isInTag = false;
        foreach (char c in html)
        {
            isInTag = c == '<' || (isInTag && c != '>');
            if (!isInTag && char.IsLetterOrDigit(c))
            {
                letters.Append(char.ToLowerInvariant(c));
            }
        }

        return letters.ToString();
    }
}
