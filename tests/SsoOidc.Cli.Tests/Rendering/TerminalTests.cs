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

        string answer = await new Terminal(user).AskAsync(
            "Profile name",
            "[admin]",
            TestContext.Current.CancellationToken
        );

        Assert.Equal("[admin]", answer);
        Assert.Equal("Profile name ([admin]): [admin]", user.Output.Trim());
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
