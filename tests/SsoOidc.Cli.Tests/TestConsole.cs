using Spectre.Console;

namespace SsoOidc.Cli.Tests;

/// <summary>A terminal, or none, that keeps what is written to it.</summary>
internal sealed class TestConsole
{
    private readonly StringWriter _writer = new() { NewLine = "\n" };

    private TestConsole(Func<TextWriter, Cli.Terminal> create) => Console = create(_writer);

    public Cli.Terminal Console { get; }

    public string Text => _writer.ToString().ReplaceLineEndings("\n");

    /// <summary>What a pipe or a file gets.</summary>
    public static TestConsole Plain() => new(writer => Cli.Terminal.Create(writer, isTerminal: false));

    /// <summary>A color terminal.</summary>
    public static TestConsole Terminal(int width = 80, bool hasUnicode = true)
    {
        return new TestConsole(writer =>
        {
            IAnsiConsole console = AnsiConsole.Create(
                new AnsiConsoleSettings
                {
                    Out = new AnsiConsoleOutput(writer),
                    Ansi = AnsiSupport.Yes,
                    ColorSystem = ColorSystemSupport.TrueColor,
                    Interactive = InteractionSupport.Yes,
                }
            );
            console.Profile.Width = width;
            console.Profile.Capabilities.Unicode = hasUnicode;
            return new Cli.Terminal(console, takesInput: false);
        });
    }
}
