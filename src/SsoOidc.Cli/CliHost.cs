using Spectre.Console;

namespace SsoOidc.Cli;

/// <summary>What surrounds a command: the two streams it writes to.</summary>
/// <param name="Output">Results. With <c>--json</c>, and where the result is data, nothing else is written here.</param>
/// <param name="Error">Failures, and prompts while the output is data.</param>
internal sealed record CliHost(IAnsiConsole Output, IAnsiConsole Error)
{
    // Text that is not shown on a terminal is not wrapped either.
    private const int UnlimitedWidth = 100_000;

    public static CliHost ForProcess() =>
        new(
            CreateConsole(Console.Out, isTerminal: !Console.IsOutputRedirected),
            CreateConsole(Console.Error, isTerminal: !Console.IsErrorRedirected)
        );

    /// <summary>A console that uses colors, links and live rendering on a terminal only.</summary>
    public static IAnsiConsole CreateConsole(TextWriter writer, bool isTerminal)
    {
        IAnsiConsole console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(writer),
                Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
                ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
                Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
                // Build servers are no terminals, although they render colors.
                Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            }
        );
        if (!isTerminal)
        {
            console.Profile.Width = UnlimitedWidth;
        }

        return console;
    }
}
