using System.Text.Json;

namespace SsoOidc.Cli.Tests.Rendering;

public class TerminalTests
{
    private const string Hostile = "a\e[2Jb\nerror: forged\rc\u009Bd\u202Ee";
    private const string Clean = "a[2Jb error: forged cde";
    private readonly TestConsole _pipe = TestConsole.Plain();

    private Terminal Terminal => _pipe.Console;

    [Fact]
    public void A_line_stays_one_line()
    {
        Terminal.WriteLine(Hostile);

        Assert.Equal($"{Clean}\n", _pipe.Text);
    }

    [Fact]
    public void An_argument_of_markup_is_text()
    {
        Terminal.WriteMarkupLine($"[red]{Hostile}[/] {"[blue]"}");

        Assert.Equal($"{Clean} [blue]\n", _pipe.Text);
    }

    [Fact]
    public void An_address_stays_one_line()
    {
        Terminal.WriteUnbroken(Hostile);

        Assert.Equal($"{Clean}\n", _pipe.Text);
    }

    [Fact]
    public void A_cell_stays_in_its_row()
    {
        Terminal.WriteTable(
            [Hostile, "B"],
            [
                [Hostile, "2"],
                ["3", "4"],
            ]
        );

        Assert.Equal(
            [$"{Clean} B", $"{Clean} 2", "3 4"],
            _pipe
                .Text.TrimEnd()
                .Split('\n')
                .Select(line => string.Join(' ', line.Split("  ", StringSplitOptions.RemoveEmptyEntries)).TrimEnd())
        );
    }

    [Fact]
    public void A_document_keeps_its_lines_only()
    {
        Terminal.Writer.Write(Hostile);
        Terminal.Writer.WriteLine();
        Terminal.Writer.WriteLine('\e');

        Assert.Equal("a[2Jb\nerror: forgedcde\n\n", _pipe.Text);
    }

    [Fact]
    public async Task A_line_that_is_rewritten_stays_one_line()
    {
        TestConsole terminal = TestConsole.Terminal();

        await terminal.Console.RewriteLineAsync(show =>
        {
            show(Hostile);
            return Task.CompletedTask;
        });

        Assert.Contains(Clean, terminal.Text);
    }

    [Fact]
    public async Task A_suggestion_is_shown_once_and_taken_by_an_empty_line()
    {
        using Spectre.Console.Testing.TestConsole user = new();
        user.Profile.Capabilities.Interactive = true;
        user.Input.PushKey(ConsoleKey.Enter);

        string answer = await new Terminal(user, takesInput: true).AskAsync(
            "Profile name",
            "[admin]",
            TestContext.Current.CancellationToken
        );

        Assert.Equal("[admin]", answer);
        Assert.Equal("Profile name ([admin]): [admin]", user.Output.Trim());
    }

    [Fact]
    public async Task A_question_without_a_suggestion_takes_what_is_typed()
    {
        using Spectre.Console.Testing.TestConsole user = new();
        user.Profile.Capabilities.Interactive = true;
        user.Input.PushTextWithEnter("dev");

        string answer = await new Terminal(user, takesInput: true).AskAsync(
            "Session [name]",
            suggestion: null,
            TestContext.Current.CancellationToken
        );

        Assert.Equal("dev", answer);
        Assert.Equal("Session [name]: dev", user.Output.Trim());
    }

    [Fact]
    public async Task A_choice_is_shown_as_text_and_searched_by_it()
    {
        using Spectre.Console.Testing.TestConsole user = new();
        user.Profile.Capabilities.Interactive = true;
        user.Profile.Capabilities.Ansi = true;
        user.Input.PushText("sec");
        user.Input.PushKey(ConsoleKey.Enter);

        string chosen = await new Terminal(user, takesInput: true).ChooseAsync(
            "Role [of three]",
            ["first", "second", "third"],
            static item => $"[{item}]\e",
            TestContext.Current.CancellationToken
        );

        Assert.Equal("second", chosen);
        Assert.Contains("Role [of three]", user.Output);
        Assert.Contains("(first)", user.Output);
        Assert.DoesNotContain("[first]", user.Output);
    }

    [Fact]
    public async Task A_question_that_is_cancelled_ends_its_line()
    {
        using Spectre.Console.Testing.TestConsole user = new();
        user.Profile.Capabilities.Interactive = true;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new Terminal(user, takesInput: true).AskAsync("Region", null, new CancellationToken(canceled: true))
        );

        Assert.Equal("Region: \n", user.Output.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    public void Questions_take_a_terminal_at_both_ends(bool isShown, bool takesInput, bool canAsk)
    {
        using Spectre.Console.Testing.TestConsole user = new();
        user.Profile.Capabilities.Interactive = isShown;

        Terminal terminal = new(user, takesInput);

        Assert.Equal(canAsk, terminal.IsInteractive);
        Assert.Equal(canAsk, Questions.ForTerminal(terminal) is not null);
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    public void A_line_can_be_rewritten_where_the_cursor_can_be_moved(bool isInteractive, bool hasAnsi, bool canRewrite)
    {
        using Spectre.Console.Testing.TestConsole user = new();
        user.Profile.Capabilities.Interactive = isInteractive;
        user.Profile.Capabilities.Ansi = hasAnsi;

        Assert.Equal(canRewrite, new Terminal(user, takesInput: false).CanRewrite);
    }

    [Fact]
    public void A_pipe_has_lines_of_any_length_no_colors_and_no_questions()
    {
        string text = new('x', 99_000);

        Terminal.WriteLine(text);
        Terminal.WriteMarkupLine($"[red]{"red"}[/]");

        Assert.Equal($"{text}\nred\n", _pipe.Text);
        Assert.Equal(100_000, Terminal.Width);
        Assert.False(Terminal.CanRewrite);
        Assert.False(Terminal.IsInteractive);
    }

    [Fact]
    public void Headings_of_a_table_are_bold_on_a_terminal_and_cells_that_are_missing_a_dash()
    {
        TestConsole terminal = TestConsole.Terminal();

        TableView.Write<string?>(
            terminal.Console,
            ["long text", null],
            ("HEADING", static text => text),
            ("B", static text => text?[..1])
        );

        Assert.Equal(
            ["\e[1mHEADING\e[0m    \e[1mB\e[0m", "long text  l", "-          -", ""],
            terminal.Text.Split('\n').Select(static line => line.TrimEnd())
        );
    }

    [Fact]
    public void JSON_says_everything_and_shows_nothing_that_acts()
    {
        string all = string.Concat(Enumerable.Range(0, 0x2100).Select(code => (char)code));

        JsonOutput.WriteObject(Terminal, members => members.WriteString("text", all));

        Assert.All(_pipe.Text, character => Assert.True(character == '\n' || SafeText.IsSafe(character)));
        using JsonDocument document = JsonDocument.Parse(_pipe.Text);
        Assert.Equal(all, document.RootElement.GetProperty("text").GetString());
    }
}
