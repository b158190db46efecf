namespace SsoOidcGen.Docs;

public sealed class ApiPagesTests
{
    [Fact]
    public void The_API_pages_are_built_of_every_library()
    {
        string settings = Pages.Read("docs/api/docfx.json");

        Assert.All(
            Directory
                .EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
                .Where(static file => File.ReadAllText(file) is { } text && !text.Contains("<PackAsTool>"))
                .Select(static file => Path.GetFileNameWithoutExtension(file)),
            name => Assert.Contains($"/{name}.dll\"", settings, StringComparison.Ordinal)
        );
    }
}
