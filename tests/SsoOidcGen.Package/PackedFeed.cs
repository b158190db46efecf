using SsoOidcGen.Testing;

[assembly: AssemblyFixture(typeof(SsoOidcGen.Package.Tests.PackedFeed))]

namespace SsoOidcGen.Package.Tests;

/// <summary>The packages under a version that nobody has cached, in a feed of their own.</summary>
public sealed class PackedFeed : IAsyncLifetime
{
    /// <summary>Everything of this run lies below it, outside the repository.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("ssooidcgen-package-").FullName;

    public string Version { get; } = $"0.0.1-test{DateTime.UtcNow:yyyyMMddHHmmssfff}";

    public string Feed => Path.Combine(Root, "feed");

    public async ValueTask InitializeAsync()
    {
        foreach (
            string project in (string[])
                ["package/SsoOidcGen.Package.csproj", "src/SsoOidcGen.Runtime/SsoOidcGen.Runtime.csproj"]
        )
        {
            await Dotnet.RunAsync(
                Repository.Root,
                0,
                "pack",
                project,
                "-c",
                "Release",
                "-o",
                Feed,
                $"-p:Version={Version}",
                $"-p:ArtifactsPath={Path.Combine(Root, "build")}"
            );
        }
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Root, recursive: true);
        return default;
    }
}
