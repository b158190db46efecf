using System.Buffers;
using System.Globalization;
using System.Text;

namespace SsoOidc.Cli;

/// <summary>Values in the source text of shells: plain ones in the usual form, others quoted so that the shell changes nothing.</summary>
internal static class ShellValue
{
    // Letters, digits and what none of these shells gives a meaning inside a word.
    private static readonly SearchValues<char> s_plain = SearchValues.Create(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+,-./:=@_"
    );

    /// <summary>As POSIX.1-2017 §2.2.2 says.</summary>
    public static string Posix(string value) => IsPlain(value) ? value : $"'{value.Replace("'", "'\\''")}'";

    /// <summary>Between single quotes only the quote and the backslash have to be escaped.</summary>
    public static string Fish(string value) =>
        IsPlain(value) ? $"\"{value}\"" : $"'{value.Replace("\\", "\\\\").Replace("'", "\\'")}'";

    /// <summary>PowerShell takes four characters for a single quote; two of them stand for one.</summary>
    public static string PowerShell(string value) =>
        IsPlain(value)
            ? $"\"{value}\""
            : $"'{string.Concat(value.Select(c => c is '\'' or >= '\u2018' and <= '\u201B' ? $"{c}{c}" : $"{c}"))}'";

    /// <summary>The operands of <c>set</c>; null for a value that cmd has no quotation for.</summary>
    public static string? WindowsCmd(string name, string value) =>
        IsPlain(value) ? $"{name}={value}"
        : value.AsSpan().IndexOfAny('"', '%', '!') >= 0 ? null
        : $"\"{name}={value}\"";

    /// <summary>Whether every character is visible or a space, so that a line of the text is one and a terminal shows it as it is.</summary>
    public static bool IsPrintable(string value) =>
        value
            .EnumerateRunes()
            .All(rune =>
                Rune.GetUnicodeCategory(rune)
                    is not (
                        UnicodeCategory.Control
                        or UnicodeCategory.Format
                        or UnicodeCategory.LineSeparator
                        or UnicodeCategory.ParagraphSeparator
                    )
                // What stands for half a surrogate pair.
                && rune != Rune.ReplacementChar
            );

    private static bool IsPlain(string value) => !value.AsSpan().ContainsAnyExcept(s_plain);
}
