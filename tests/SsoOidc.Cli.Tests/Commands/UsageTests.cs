using System.CommandLine;
using System.CommandLine.Completions;
using System.Text.Json;

namespace SsoOidc.Cli.Tests.Commands;

public sealed class UsageTests : IDisposable
{
    private readonly TempHome _home = new();

    [Fact]
    public async Task A_command_line_that_makes_no_sense_says_what_is_wrong_and_where_help_is()
    {
        CliResult result = await CliProcess.RunAsync(_home, ["emulator", "--prot", "1"]);

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Contains("'--prot'", result.Error);
        Assert.EndsWith("Run 'ssooidc emulator --help' to see what it takes.\n", result.Error);
    }

    [Fact]
    public async Task A_script_gets_the_failure_as_JSON()
    {
        CliResult result = await CliProcess.RunAsync(_home, ["emulator", "--port", "x", "--json"]);

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Empty(result.Output);
        using JsonDocument failure = JsonDocument.Parse(result.Error);
        Assert.Equal("usage", failure.RootElement.GetProperty("error").GetString());
        Assert.Equal(
            "Option '--port' takes a number from 0 to 65535, not 'x'.",
            failure.RootElement.GetProperty("message").GetString()
        );
    }

    [Fact]
    public void Help_says_what_each_option_takes_and_does()
    {
        IEnumerable<Command> commands = CommandLine.Create(CliHost.ForProcess()).Subcommands;

        Assert.All(
            commands.SelectMany(static command => command.Options),
            static option =>
            {
                Assert.EndsWith(".", option.Description);
                Assert.True(
                    option.ValueType == typeof(bool) || option.HelpName is { Length: > 0 } || TakesOneOf(option),
                    option.Name
                );
            }
        );
    }

    [Fact]
    public async Task Help_goes_to_the_output()
    {
        CliResult result = await CliProcess.RunAsync(_home, ["--help"]);

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Contains("emulator", result.Output);
        Assert.Empty(result.Error);
    }

    private static bool TakesOneOf(Option option) => option.GetCompletions(CompletionContext.Empty).Any();

    public void Dispose() => _home.Dispose();
}
