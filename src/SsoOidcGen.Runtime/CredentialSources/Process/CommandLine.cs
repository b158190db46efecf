using System.Diagnostics;

namespace SsoOidcGen.Runtime;

/// <summary>Turns a configured command into a process to start. No shell is involved.</summary>
internal static class CommandLine
{
    /// <param name="source">The command, and where it is configured.</param>
    /// <param name="isWindows">Whether a backslash separates folders, and so protects nothing.</param>
    /// <exception cref="ConfigurationException">The command is empty or has a quotation that is not closed.</exception>
    public static ProcessStartInfo Parse(ProcessSource source, bool isWindows)
    {
        string command = isWindows ? source.Command.Replace("\\", "\\\\", StringComparison.Ordinal) : source.Command;
        (string program, List<string> arguments) = ShellWords.TrySplit(command) switch
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
}
