using System.CommandLine;
using System.CommandLine.Help;
using System.Text;

namespace SsoOidc.Cli.Tests.Commands;

public sealed class HelpTests
{
    [Fact]
    public void Help_is_what_was_accepted()
    {
        RootCommand root = CommandLine.Create(CliHost.ForProcess());
        ((HelpAction)root.Options.OfType<HelpOption>().Single().Action!).MaxWidth = 200;
        StringBuilder all = new();
        foreach (string command in root.Subcommands.Select(static command => command.Name).Prepend(""))
        {
            using StringWriter help = new();
            root.Parse([.. command.Length > 0 ? new[] { command } : [], "--help"])
                .Invoke(new InvocationConfiguration { Output = help });
            all.Append($"# {command}\n\n{help}\n");
        }

        Snapshot.Matches(all.ToString().ReplaceLineEndings("\n"), "SsoOidc.Cli.Tests/Commands/Help.verified.txt");
    }
}
