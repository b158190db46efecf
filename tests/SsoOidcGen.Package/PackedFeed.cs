using System.Globalization;
using System.IO.Compression;

[assembly: AssemblyFixture(typeof(SsoOidcGen.Package.Tests.PackedFeed))]

namespace SsoOidcGen.Package.Tests;

/// <summary>The packages of a fresh clone under a version that nobody has, in a feed of their own.</summary>
public sealed class PackedFeed : IAsyncLifetime
{
    private readonly Checkout _checkout;

    public PackedFeed()
    {
        _checkout = new Checkout(Root);
        DateTime now = DateTime.UtcNow;
        Version = string.Create(
            CultureInfo.InvariantCulture,
            $"9999.{now:yyMM}.{now.Day * 1440 + now.Hour * 60 + now.Minute}.{now.Second + 1}"
        );
    }

    /// <summary>Everything of this run lies below it, outside the repository.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("ssooidcgen-package-").FullName;

    /// <summary>Higher than any published version, and no preview: <c>dotnet add package</c> without a version takes it.</summary>
    public string Version { get; }

    public string Feed => Path.Combine(Root, "feed");

    /// <summary>The clone that the packages were made from.</summary>
    public string Clone => Path.Combine(Root, "clone");

    public IEnumerable<string> Packages => Directory.EnumerateFiles(Feed, "*.nupkg").Order(StringComparer.Ordinal);

    public async ValueTask InitializeAsync()
    {
        await _checkout.PrepareAsync();
        await PackAsync("clone", Feed);
    }

    /// <summary>Clones once more and packs, as <c>CONTRIBUTING.md</c> says. Analyzers, which change no byte, are left out.</summary>
    public async Task PackAsync(string clone, string feed)
    {
        string folder = await _checkout.CloneAsync(clone);
        await Dotnet.RunAsync(
            folder,
            0,
            "pack",
            "-c",
            "Release",
            "-o",
            feed,
            $"-p:Version={Version}",
            "-p:RunAnalyzers=false"
        );
    }

    public ZipArchive Open(string id) => ZipFile.OpenRead(Path.Combine(Feed, $"{id}.{Version}.nupkg"));

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Root, recursive: true);
        return default;
    }
}
