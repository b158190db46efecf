namespace SsoOidc.Cli;

/// <summary>What surrounds a command: the two streams it writes to.</summary>
/// <param name="Output">Results. With <c>--json</c>, and where the result is data, nothing else is written here.</param>
/// <param name="Error">Failures, and prompts while the output is data.</param>
internal sealed record CliHost(Terminal Output, Terminal Error)
{
    public static CliHost ForProcess() =>
        new(
            Terminal.Create(Console.Out, isTerminal: !Console.IsOutputRedirected),
            Terminal.Create(Console.Error, isTerminal: !Console.IsErrorRedirected)
        );

    /// <summary>Tells what went wrong without keeping the command from its result.</summary>
    public void Warn(string sentence) => Error.WriteLine($"Warning: {sentence}");
}
