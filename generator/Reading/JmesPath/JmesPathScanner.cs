using SsoOidcGen.Diagnostics;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.JmesPath;

/// <summary>Splits an expression into tokens (JMESPath specification, grammar).</summary>
internal static class JmesPathScanner
{
    private static readonly string[] Punctuation =
    [
        // Longest first.
        "[?",
        "[]",
        "||",
        "&&",
        "==",
        "!=",
        "<=",
        ">=",
        "[",
        "]",
        "(",
        ")",
        ".",
        ",",
        "*",
        "@",
        "!",
        "<",
        ">",
    ];

    public static List<JmesPathToken> Scan(string text)
    {
        List<JmesPathToken> tokens = [];
        int position = 0;
        while (true)
        {
            while (position < text.Length && text[position] is ' ' or '\t' or '\r' or '\n')
            {
                position++;
            }

            JmesPathToken token = Read(text, position, out int length);
            tokens.Add(token);
            if (token.Kind == JmesPathTokenKind.End)
            {
                return tokens;
            }

            position += length;
        }
    }

    private static JmesPathToken Read(string text, int position, out int length)
    {
        length = 0;
        if (position == text.Length)
        {
            return new(JmesPathTokenKind.End, "", position);
        }

        char c = text[position];
        if (IsNameStart(c))
        {
            length = Count(text, position, IsNamePart);
            return new(JmesPathTokenKind.Name, text.Substring(position, length), position);
        }

        if (c is '-' or (>= '0' and <= '9'))
        {
            length = 1 + Count(text, position + 1, IsDigit);
            return new(JmesPathTokenKind.Integer, text.Substring(position, length), position);
        }

        switch (c)
        {
            case '"':
                return new(JmesPathTokenKind.Name, ReadQuotedName(text, position, out length), position);
            case '\'':
                return new(JmesPathTokenKind.RawString, ReadUntil('\'', text, position, out length), position);
            case '`':
                return new(JmesPathTokenKind.JsonLiteral, ReadUntil('`', text, position, out length), position);
        }

        foreach (string punctuation in Punctuation)
        {
            if (string.CompareOrdinal(text, position, punctuation, 0, punctuation.Length) == 0)
            {
                length = punctuation.Length;
                return new(JmesPathTokenKind.Punctuation, punctuation, position);
            }
        }

        throw new JmesPathException($"'{c}' at character {position + 1} is not supported");
    }

    private static string ReadQuotedName(string text, int position, out int length)
    {
        string quoted = $"\"{ReadUntil('"', text, position, out length, keepEscapes: true)}\"";
        return
            JsonParser.Parse(new JsonFile("", quoted), new DiagnosticBag(), CancellationToken.None) is JsonString name
            ? name.Value
            : throw new JmesPathException($"the name at character {position + 1} is not a JSON string");
    }

    /// <summary>What stands between two quotes; a backslash escapes a quote.</summary>
    private static string ReadUntil(char quote, string text, int position, out int length, bool keepEscapes = false)
    {
        int end = position + 1;
        while (end < text.Length && text[end] != quote)
        {
            end += text[end] == '\\' ? 2 : 1;
        }

        if (end >= text.Length)
        {
            throw new JmesPathException($"the {quote} at character {position + 1} is not closed");
        }

        length = end + 1 - position;
        string content = text.Substring(position + 1, length - 2);
        return keepEscapes ? content : content.Replace("\\" + quote, quote.ToString());
    }

    private static int Count(string text, int position, Func<char, bool> isPart)
    {
        int end = position;
        while (end < text.Length && isPart(text[end]))
        {
            end++;
        }

        return end - position;
    }

    private static bool IsNameStart(char c) => c is '_' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsNamePart(char c) => IsNameStart(c) || IsDigit(c);

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
