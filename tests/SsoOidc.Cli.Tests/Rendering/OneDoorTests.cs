using System.Text.RegularExpressions;

namespace SsoOidc.Cli.Tests.Rendering;

/// <summary>Nothing but <see cref="Terminal"/> writes to a stream.</summary>
public partial class OneDoorTests
{
    private static readonly string[] s_doors = ["Rendering/Terminal.cs", "CliHost.cs"];

    [Fact]
    public void No_other_file_of_the_tool_knows_a_way_to_the_terminal()
    {
        string tool = Path.Combine(Repository.Root, "src", "SsoOidc.Cli");
        string[] files =
        [
            .. new[] { tool }
                .Concat(
                    Directory
                        .EnumerateDirectories(tool)
                        .Where(folder => Path.GetFileName(folder) is not ("bin" or "obj"))
                )
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs"))
                .Select(file => Path.GetRelativePath(tool, file).Replace('\\', '/')),
        ];

        Assert.Superset(new HashSet<string>(s_doors), new HashSet<string>(files));
        Assert.Equal(
            [],
            files.Except(s_doors).Where(file => Way().IsMatch(File.ReadAllText(Path.Combine(tool, file))))
        );
    }

    [GeneratedRegex(
        @"AnsiConsole|Console\.(Out\b|Error\b|Write|OpenStandard)|(Debug|Trace)\.Write",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Way();
}
