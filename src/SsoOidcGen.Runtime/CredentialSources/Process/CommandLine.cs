using System.Diagnostics;

namespace SsoOidcGen.Runtime;

/// <summary>Turns a configured command into a process to start. No shell is involved.</summary>
internal static class CommandLine
{
    /// <exception cref="ConfigurationException">The command is empty or has a quotation that is not closed.</exception>
    public static ProcessStartInfo Parse(ProcessSource source)
    {
        (string program, List<string> arguments) = ShellWords.TrySplit(Escaped(source.Command)) switch
        {
            [var first, .. var rest] => (first, rest),
            [] => throw new ConfigurationException($"{source.Where} is empty. Give a command or remove the key."),
            null => throw new ConfigurationException($"{source.Where} has a quotation that is not closed."),
        };
        return new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
        };
    }

    // On Windows a backslash separates folders and protects nothing.
    private static string Escaped(string text) =>
        OperatingSystem.IsWindows() ? text.Replace("\\", "\\\\", StringComparison.Ordinal) : text;
}
