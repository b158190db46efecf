using SsoOidcGen.Runtime;

namespace SsoOidc;

/// <summary>
/// The environment variable <c>BROWSER</c>, as Python's <c>webbrowser</c> and <c>xdg-open</c> read it: commands with
/// arguments, separated by colons and tried in turn, in which <c>%s</c> stands for the address.
/// </summary>
internal static class BrowserVariable
{
    private const string Placeholder = "%s";

    /// <summary>The commands that open an address, each as program and arguments; no shell reads them.</summary>
    public static IEnumerable<string[]> Commands(string? value, string url) =>
        (value ?? "")
            .Split(':')
            .Select(ShellWords.TrySplit)
            .Select(words => words is [.. var command, "&"] ? command : words)
            .Where(words => words is [{ Length: > 0 }, ..])
            .Select(words => Command(words!, url));

    private static string[] Command(List<string> words, string url) =>
        words.Skip(1).Any(word => word.Contains(Placeholder, StringComparison.Ordinal))
            ? [words[0], .. words.Skip(1).Select(word => word.Replace(Placeholder, url, StringComparison.Ordinal))]
            : [.. words, url];
}
