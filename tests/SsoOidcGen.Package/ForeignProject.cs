using SsoOidcGen.Testing;

namespace SsoOidcGen.Package.Tests;

/// <summary>A project outside the repository that uses the packages.</summary>
internal sealed class ForeignProject
{
    private readonly PackedFeed _feed;

    private ForeignProject(PackedFeed feed, string name)
    {
        _feed = feed;
        Folder = Path.Combine(feed.Root, name);
    }

    public string Folder { get; }

    public string Model => Path.Combine(Folder, "model/service-2.json");

    /// <param name="items">The project's items, as XML.</param>
    /// <param name="program">The text of <c>Program.cs</c>.</param>
    /// <param name="properties">Further properties, as XML.</param>
    public static ForeignProject Create(
        PackedFeed feed,
        string name,
        string items,
        string program,
        string properties = "<TargetFramework>net10.0</TargetFramework>"
    )
    {
        ForeignProject project = new(feed, name);
        Directory.CreateDirectory(Path.Combine(project.Folder, "model"));
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "model/sso-oidc/2019-06-10")))
        {
            File.Copy(file, Path.Combine(project.Folder, "model", Path.GetFileName(file)));
        }

        project.Write(
            $"{name}.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <RestorePackagesPath>{feed.Root}/packages</RestorePackagesPath>
                <RestoreAdditionalProjectSources>{feed.Feed}</RestoreAdditionalProjectSources>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {items}
              </ItemGroup>
            </Project>
            """
        );
        project.Write("Program.cs", program);

        // Nothing of the repository's own build may reach in.
        project.Write("Directory.Build.props", "<Project />");
        project.Write("Directory.Build.targets", "<Project />");
        project.Write("Directory.Packages.props", "<Project />");
        return project;
    }

    /// <summary>The reference to the packed generator.</summary>
    public static string Package(PackedFeed feed) =>
        $"""<PackageReference Include="SsoOidcGen" Version="{feed.Version}" />""";

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(Folder, file), text);

    public Task<string> BuildAsync(int exitCode = 0) => Dotnet.RunAsync(Folder, exitCode, "build", "-clp:NoSummary");

    public Task<string> RunAsync(params IEnumerable<string> arguments) =>
        Dotnet.RunAsync(Folder, 0, ["run", .. arguments]);
}
