using System.Globalization;

namespace SsoOidc.Cli;

/// <summary>What text from servers and files may hold where a terminal shows it.</summary>
internal static class SafeText
{
    /// <summary>
    /// Whether a terminal shows the character where it stands: no control character (C0, DEL, C1), which could move the
    /// cursor or run a terminal command, no line separator, and no control of bidirectional text (UAX #9).
    /// </summary>
    public static bool IsSafe(char character) =>
        !char.IsControl(character)
        && character is not ('\u061C' or '\u200E' or '\u200F')
        && character is not (>= '\u2028' and <= '\u202E')
        && character is not (>= '\u2066' and <= '\u2069');

    /// <summary>Whether a terminal shows the text as it is, on one line.</summary>
    public static bool IsSafe(string text) => text.All(IsSafe);

    /// <summary>The text on one line: what ends lines or moves to a tab stop becomes a space, everything else that is unsafe is left out.</summary>
    public static string Clean(string text)
    {
        if (IsSafe(text))
        {
            return text;
        }

        IEnumerable<char> safe = text.Where(character => IsSafe(character) || IsSpace(character))
            .Select(character => IsSafe(character) ? character : ' ');
        return string.Concat(safe);
    }

    /// <summary>A value as text on one line, in the invariant culture.</summary>
    public static string Clean(object? value) => Clean(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");

    private static bool IsSpace(char character) =>
        character is '\t' or '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';
}
