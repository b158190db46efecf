using System.Text;

namespace SsoOidcGen.Runtime;

/// <summary>Splits text into words as a POSIX shell does: blanks separate, quotes and backslashes protect.</summary>
internal static class ShellWords
{
    /// <returns>The words; null when a quotation is not closed or a backslash ends the text.</returns>
    public static List<string>? TrySplit(string text)
    {
        List<string> words = [];
        StringBuilder word = new();
        bool inWord = false;
        char quote = '\0';
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (quote == '\0' && char.IsWhiteSpace(c))
            {
                if (inWord)
                {
                    words.Add(word.ToString());
                    word.Clear();
                    inWord = false;
                }

                continue;
            }

            inWord = true;
            if (c == '\\' && quote != '\'')
            {
                if (++i == text.Length)
                {
                    return null;
                }

                // Between double quotes a backslash protects only itself and the quote.
                bool keepsBackslash = quote == '"' && text[i] is not ('"' or '\\');
                word.Append(keepsBackslash ? "\\" : "").Append(text[i]);
            }
            else if (quote == '\0' && c is '"' or '\'')
            {
                quote = c;
            }
            else if (c == quote)
            {
                quote = '\0';
            }
            else
            {
                word.Append(c);
            }
        }

        if (inWord)
        {
            words.Add(word.ToString());
        }

        return quote == '\0' ? words : null;
    }
}
