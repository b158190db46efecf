using System.Text.RegularExpressions;
using SsoOidc.Emulator;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Package.Tests;

/// <summary>Whoever follows the README word by word gets there: its commands, XML and C# are taken from it.</summary>
public sealed partial class StrangerTests(PackedFeed feed)
{
    [Fact]
    public async Task The_first_command_of_the_README_signs_in_to_an_emulator()
    {
        string command = Blocks("Try it").SelectMany(static block => block.Commands).First();

        Assert.Contains("You are signed in to", await Dotnet.RunAsync(feed.Clone, 0, Arguments(command)));
    }

    [Fact]
    public async Task A_new_project_that_follows_the_README_calls_a_service()
    {
        string folder = await NewFolderAsync("stranger");
        await Dotnet.RunAsync(folder, 0, "new", "console", "--name", "stranger", "--output", ".", "--no-restore");
        string project = Path.Combine(folder, "stranger.csproj");
        CodeBlock[] blocks =
        [
            .. Blocks("Generate a client in your project"),
            .. Blocks("See the generated files"),
            .. Blocks("Extend them"),
        ];

        foreach (
            string command in blocks
                .Where(static block => block.Language == "console")
                .SelectMany(static block => block.Commands)
        )
        {
            await Dotnet.RunAsync(folder, 0, Arguments(command));
        }

        Directory.CreateDirectory(Path.Combine(folder, "model"));
        foreach (
            string file in Directory.EnumerateFiles(
                Path.Combine(feed.Clone, ModelLink().Match(Pages.Read("README.md")).Value)
            )
        )
        {
            File.Copy(file, Path.Combine(folder, "model", Path.GetFileName(file)));
        }

        string items = string.Concat(
            blocks.Where(static block => block.Language == "xml").Select(static block => block.Text)
        );
        File.WriteAllText(project, File.ReadAllText(project).Replace("</Project>", $"{items}</Project>"));
        string[] code =
        [
            .. blocks.Where(static block => block.Language == "csharp").Select(static block => block.Text),
        ];
        File.WriteAllText(Path.Combine(folder, "Program.cs"), code[0]);
        File.WriteAllText(Path.Combine(folder, "Extensions.cs"), code[1]);
        await using SsoOidcEmulator service = await SsoOidcEmulator.StartAsync();

        string output = await Dotnet.RunAsync(
            folder,
            0,
            new Dictionary<string, string> { ["AWS_ENDPOINT_URL"] = service.BaseAddress.ToString() },
            "run"
        );

        Assert.Equal(EmulatorOperation.RegisterClient, Assert.Single(service.Requests).Operation);
        Assert.NotEmpty(output.Trim());
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(folder, "Generated"), "*.cs", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task The_tool_installs_from_its_package_and_shows_a_QR_code()
    {
        string folder = await NewFolderAsync("terminal");
        await Dotnet.RunAsync(folder, 0, "new", "tool-manifest");
        await Dotnet.RunAsync(folder, 0, "tool", "install", "SsoOidc.Cli");

        string output = await Dotnet.RunAsync(folder, 0, "tool", "run", "ssooidc", "login", "--emulator");

        Assert.Contains("█▄▄", output);
        Assert.Contains("You are signed in to", output);
    }

    private async Task<string> NewFolderAsync(string name)
    {
        string folder = Directory.CreateDirectory(Path.Combine(feed.Root, name)).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(folder, "nuget.config"),
            $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{feed.Root}/packages" /></config>
              <packageSources><add key="checkout" value="{feed.Feed}" /></packageSources>
            </configuration>
            """
        );
        return folder;
    }

    private static IEnumerable<CodeBlock> Blocks(string heading) =>
        Pages.Blocks("README.md").Where(block => block.Heading == heading);

    private static string[] Arguments(string command)
    {
        string[] words = command.Split(' ');
        Assert.Equal("dotnet", words[0]);
        return words[1..];
    }

    [GeneratedRegex(@"(?<=\()model/sso-oidc/[^)]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ModelLink();
}
