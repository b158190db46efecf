using System.Text;

namespace SsoOidcGen.Runtime;

/// <summary>The canonical form of a request's path and query.</summary>
internal static class CanonicalTarget
{
    /// <summary>Appends the path without dot segments and doubled slashes, percent-encoded once more than it is sent.</summary>
    public static void AppendPath(StringBuilder target, ReadOnlySpan<char> path, bool keepsPath)
    {
        if (keepsPath)
        {
            target.Append(path.IsEmpty ? "/" : path);
            return;
        }

        List<string> segments = [];
        foreach (string segment in path.ToString().Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment != "..")
            {
                segments.Add(segment);
            }
            else if (segments.Count > 0)
            {
                segments.RemoveAt(segments.Count - 1);
            }
        }

        segments.RemoveAll(segment => segment == ".");
        foreach (string segment in segments)
        {
            target.Append('/');
            AppendEncoded(target, segment, keepsEscapes: false);
        }

        if (segments.Count == 0 || path[^1] == '/')
        {
            target.Append('/');
        }
    }

    /// <summary>Appends the parameters sorted by name, then value. What is percent-encoded stays so.</summary>
    public static void AppendQuery(StringBuilder target, string query)
    {
        if (query.Length == 0)
        {
            return;
        }

        List<(string Name, string Value)> parameters = [];
        foreach (string parameter in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int delimiter = parameter.IndexOf('=', StringComparison.Ordinal);
            int nameEnd = delimiter < 0 ? parameter.Length : delimiter;
            parameters.Add((Encoded(parameter[..nameEnd]), delimiter < 0 ? "" : Encoded(parameter[(delimiter + 1)..])));
        }

        parameters.Sort(
            (left, right) =>
                string.CompareOrdinal(left.Name, right.Name) is not 0 and var order
                    ? order
                    : string.CompareOrdinal(left.Value, right.Value)
        );
        target.AppendJoin('&', parameters.Select(parameter => $"{parameter.Name}={parameter.Value}"));
    }

    private static string Encoded(string text)
    {
        StringBuilder encoded = new(text.Length);
        AppendEncoded(encoded, text, keepsEscapes: true);
        return encoded.ToString();
    }

    private static void AppendEncoded(StringBuilder target, string text, bool keepsEscapes)
    {
        Span<byte> utf8 = stackalloc byte[4];
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool isKept =
                rune.IsAscii
                && ((char)rune.Value is var c)
                && (char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~' || (keepsEscapes && c == '%'));
            if (isKept)
            {
                target.Append((char)rune.Value);
                continue;
            }

            foreach (byte b in utf8[..rune.EncodeToUtf8(utf8)])
            {
                target.Append('%').Append(b.ToString("X2"));
            }
        }
    }
}
