using System.Runtime.CompilerServices;
using Spectre.Console;

namespace SsoOidc.Cli;

/// <summary>
/// The only way to an output stream, be it a terminal or not. Whatever is handed to it arrives as <see cref="SafeText"/>,
/// so nothing that a server or a file says can move the cursor, overwrite a line or forge one.
/// </summary>
internal sealed class Terminal
{
    // Text that is not shown on a terminal is not wrapped either.
    private const int UnlimitedWidth = 100_000;
    private readonly IAnsiConsole _console;

    /// <param name="console">Where it is written to.</param>
    /// <param name="takesInput">Whether the user can type.</param>
    public Terminal(IAnsiConsole console, bool takesInput)
    {
        _console = console;
        IsInteractive = takesInput && console.Profile.Capabilities.Interactive;
        Writer = new SafeWriter(console.Profile.Out.Writer);
    }

    /// <summary>Takes documents, line by line and without styles.</summary>
    public TextWriter Writer { get; }

    /// <summary>In characters.</summary>
    public int Width => _console.Profile.Width;

    public bool ShowsUnicode => _console.Profile.Capabilities.Unicode;

    /// <summary>Whether the user can see it and type.</summary>
    public bool IsInteractive { get; }

    /// <summary>Whether a line that was written can be replaced.</summary>
    public bool CanRewrite => _console.Profile.Capabilities is { Interactive: true, Ansi: true };

    /// <summary>Uses colors, links and live rendering on a terminal only.</summary>
    public static Terminal Create(TextWriter writer, bool isTerminal)
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

        return new Terminal(console, takesInput: !Console.IsInputRedirected);
    }

    public void WriteLine(string text = "", Style? style = null)
    {
        _console.Write(new Text(SafeText.Clean(text), style));
        _console.WriteLine();
    }

    /// <summary>Writes a line with styles in the format; its arguments are text.</summary>
    public void WriteMarkupLine(FormattableString markup)
    {
        object[] safe = [.. markup.GetArguments().Select(SafeText.Clean)];
        _console.MarkupLineInterpolated(FormattableStringFactory.Create(markup.Format, safe));
    }

    /// <summary>Writes a line that is not broken at the terminal's edge: an address in pieces cannot be clicked or copied.</summary>
    public void WriteUnbroken(string text) => Writer.WriteLine(SafeText.Clean(text));

    /// <summary>Writes rows under headings, without lines around them: columns can be cut out with the usual tools.</summary>
    public void WriteTable(IEnumerable<string> headings, IEnumerable<IEnumerable<string>> rows)
    {
        Table table = new() { Border = TableBorder.None, ShowHeaders = true };
        foreach (string heading in headings)
        {
            table.AddColumn(
                new TableColumn(new Text(SafeText.Clean(heading), new Style(decoration: Decoration.Bold)))
                {
                    Padding = new Padding(0, 0, 2, 0),
                }
            );
        }

        foreach (IEnumerable<string> row in rows)
        {
            table.AddRow(row.Select(cell => new Text(SafeText.Clean(cell))));
        }

        _console.Write(table);
    }

    /// <summary>Shows a line that the work replaces as often as it likes, and removes it at the end.</summary>
    public Task RewriteLineAsync(Func<Action<string>, Task> work) =>
        _console
            .Live(new Text(""))
            .AutoClear(true)
            .StartAsync(live => work(text => live.UpdateTarget(new Text(SafeText.Clean(text)))));

    /// <summary>Asks for a line of text; an empty one takes the suggestion.</summary>
    public Task<string> AskAsync(string question, string? suggestion, CancellationToken cancellationToken)
    {
        string? safe = suggestion is null ? null : SafeText.Clean(suggestion);
        string text = SafeText.Clean(safe is null ? $"{question}:" : $"{question} ({safe}):");
        // The prompt itself would take the suggestion for markup.
        TextPrompt<string> prompt = new(Markup.Escape(text)) { ShowDefaultValue = false };
        return PromptAsync(safe is null ? prompt : prompt.DefaultValue(safe), cancellationToken);
    }

    /// <summary>Lets the user choose one of the items.</summary>
    public Task<T> ChooseAsync<T>(
        string title,
        IEnumerable<T> items,
        Func<T, string> name,
        CancellationToken cancellationToken
    )
        where T : notnull =>
        PromptAsync(
            new SelectionPrompt<T>()
                .Title(Markup.Escape(SafeText.Clean(title)))
                .EnableSearch()
                .UseConverter(item => WithoutBrackets(SafeText.Clean(name(item))))
                .AddChoices(items),
            cancellationToken
        );

    private async Task<T> PromptAsync<T>(IPrompt<T> prompt, CancellationToken cancellationToken)
    {
        try
        {
            return await prompt.ShowAsync(_console, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Prompts leave the cursor where and as it is.
            _console.Cursor.Show(true);
            _console.WriteLine();
            throw;
        }
    }

    /// <summary>The search of a prompt breaks escaped brackets apart.</summary>
    private static string WithoutBrackets(string text) => text.Replace('[', '(').Replace(']', ')');
}
