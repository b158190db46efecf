using System.CommandLine;
using SsoOidc.Cli;

namespace SsoOidcGen.Docs;

/// <summary>Commands on the pages exist: those of <c>ssooidc</c> with their options, and what is run from the checkout.</summary>
public sealed class CommandSampleTests
{
    private static readonly RootCommand s_tool = CommandLine.Create(CliHost.ForProcess());

    private static readonly string[] s_joints = ["||", "|", "$(", "<("];

    public static TheoryData<string, string> Commands { get; } = Find();

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_exists(string page, string command)
    {
        Assert.NotEmpty(page);
        foreach (string part in command.Split(s_joints, StringSplitOptions.None))
        {
            string[] words =
            [
                .. part.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Select(static word => word.Trim('"', ')', '\'')),
            ];
            Check(words);
        }
    }

    private static void Check(string[] words)
    {
        switch (words)
        {
            case ["ssooidc", .. string[] arguments]:
                Assert.Empty(s_tool.Parse(arguments).Errors);
                break;
            case ["dotnet", "run", .. string[] arguments]:
                string project = arguments[Array.IndexOf(arguments, "--project") + 1];
                Assert.NotEmpty(Directory.GetFiles(Path.Combine(Repository.Root, project), "*.csproj"));
                if (project == "src/SsoOidc.Cli")
                {
                    Check(["ssooidc", .. arguments[(Array.IndexOf(arguments, "--") + 1)..]]);
                }

                break;
            case [{ } script, ..] when script.StartsWith(".ci/", StringComparison.Ordinal):
                Assert.True(File.Exists(Path.Combine(Repository.Root, script)));
                break;
        }
    }

    private static TheoryData<string, string> Find()
    {
        TheoryData<string, string> found = [];
        foreach (
            CodeBlock block in Pages
                .All.SelectMany(Pages.Blocks)
                .Where(static block => block.Language is "console" or "sh")
        )
        {
            foreach (string command in block.Commands)
            {
                found.Add(block.Page, command);
            }
        }

        return found;
    }
}
