namespace SsoOidcGen.Emitting.Documentation;

/// <summary>Where the first sentence of a paragraph ends.</summary>
internal static class Sentences
{
    private static readonly HashSet<string> Abbreviations = ["approx", "cf", "e.g", "i.e", "Inc", "No", "vs"];

    /// <summary>Splits off the first sentence; the rest is empty when there is only one.</summary>
    public static (string First, string Others) Split(string xml)
    {
        int depth = 0;
        for (int i = 0; i < xml.Length - 2; i++)
        {
            if (xml[i] == '<')
            {
                depth += xml[i + 1] == '/' ? -1 : 1;
                i = xml.IndexOf('>', i);
            }
            else if (depth == 0 && EndsAt(xml, i))
            {
                return (xml[..(i + 1)], xml[(i + 2)..]);
            }
        }

        return (xml, "");
    }

    /// <summary>A mark outside of elements, when a capital letter or an element follows.</summary>
    private static bool EndsAt(string xml, int index) =>
        xml[index + 1] == ' '
        && xml[index + 2] is (>= 'A' and <= 'Z') or '<'
        && xml[index] switch
        {
            '!' or '?' => true,
            '.' => !IsAbbreviation(xml, index),
            ')' => index > 0 && xml[index - 1] == '.',
            _ => false,
        };

    /// <summary>One of the list, or a single capital letter as in <c>U.S.</c></summary>
    private static bool IsAbbreviation(string xml, int end)
    {
        int start = end;
        while (start > 0 && (char.IsLetter(xml[start - 1]) || xml[start - 1] == '.'))
        {
            start--;
        }

        string word = xml[start..end];
        return Abbreviations.Contains(word)
            || (word.Length > 0 && char.IsUpper(word[^1]) && (word.Length == 1 || word[^2] == '.'));
    }
}
