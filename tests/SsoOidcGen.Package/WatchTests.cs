using System.Text.Json;

namespace SsoOidcGen.Package.Tests;

/// <summary>What the build tells <c>dotnet watch</c> and the IDE about models.</summary>
public sealed class WatchTests(PackedFeed feed)
{
    [Fact]
    public async Task Every_file_that_the_compiler_reads_of_a_model_is_followed()
    {
        ForeignProject project = ForeignProject.Create(
            feed,
            "watched",
            ForeignProject.Package(feed) + """<AwsServiceModel Include="model/service-2.json" Namespace="My.Sso" />""",
            ""
        );
        foreach (string sibling in (string[])["waiters-2.json", "paginators-1.sdk-extras.json"])
        {
            project.Write($"model/{sibling}", "{}");
        }

        await Dotnet.RunAsync(project.Folder, 0, "restore");
        string items = await Dotnet.RunAsync(
            project.Folder,
            0,
            "msbuild",
            "-target:AddAwsServiceModels",
            "-getItem:AdditionalFiles,Watch,UpToDateCheckInput"
        );

        JsonElement found = JsonDocument.Parse(items).RootElement.GetProperty("Items");
        string[] read =
        [
            .. Files(found, "AdditionalFiles").Where(static file => file.EndsWith(".json", StringComparison.Ordinal)),
        ];
        Assert.Equal(6, read.Length);
        Assert.Equal(read, Files(found, "Watch"));
        Assert.Equal(read, Files(found, "UpToDateCheckInput"));

        string followed = await Dotnet.RunAsync(project.Folder, 0, "watch", "--list", "--non-interactive");
        Assert.All(read, file => Assert.Contains(file, followed, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Files(JsonElement items, string type) =>
        items
            .GetProperty(type)
            .EnumerateArray()
            .Select(static item => item.GetProperty("FullPath").GetString()!)
            .Order(StringComparer.Ordinal);
}
