using Spectre.Console;

namespace SsoOidc.Cli.Tests;

/// <summary>A console that keeps what is written to it.</summary>
internal sealed class TestConsole
{
    private readonly StringWriter _writer = new() { NewLine = "\n" };

    private TestConsole(Func<TextWriter, IAnsiConsole> create) => Console = create(_writer);

    public IAnsiConsole Console { get; }

    public string Text => _writer.ToString().ReplaceLineEndings("\n");

    /// <summary>What a pipe or a file gets.</summary>
    public static TestConsole Plain() => new(writer => CliHost.CreateConsole(writer, isTerminal: false));

    /// <summary>A color terminal.</summary>
    public static TestConsole Terminal(int width = 80)
    {
        TestConsole console = new(writer =>
            AnsiConsole.Create(
                new AnsiConsoleSettings
                {
                    Out = new AnsiConsoleOutput(writer),
                    Ansi = AnsiSupport.Yes,
                    ColorSystem = ColorSystemSupport.TrueColor,
                    Interactive = InteractionSupport.Yes,
                }
            )
        );
        console.Console.Profile.Width = width;
        console.Console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
