namespace SsoOidcGen.Mutants;

/// <summary>A project whose mutants the tests should see.</summary>
/// <param name="Folder">Its folder, relative to the root of the repository.</param>
/// <param name="Assembly">The name of its assembly and of its project file.</param>
/// <param name="Tests">The test projects that look at it, the quickest to fail first.</param>
/// <param name="Framework">The framework that they use it for; null when it is made for one only.</param>
internal sealed record ProjectUnderTest(string Folder, string Assembly, string[] Tests, string? Framework = null)
{
    public static readonly ProjectUnderTest[] All =
    [
        new("generator", "SsoOidcGen", ["SsoOidcGen.Tests", "SsoOidcGen.Conformance"]),
        new(
            "src/SsoOidcGen.Runtime",
            "SsoOidcGen.Runtime",
            [
                "SsoOidcGen.Runtime.Tests",
                "SsoOidcGen.Parcels.RestJson",
                "SsoOidcGen.Tests",
                "SsoOidcGen.Conformance",
                "SsoOidc.Tests",
                "SsoOidc.Hostile",
            ]
        ),
        new(
            "src/SsoOidcGen.DependencyInjection",
            "SsoOidcGen.DependencyInjection",
            ["SsoOidc.Tests", "SsoOidcGen.Tests"]
        ),
        new("src/SsoOidcGen.AwsSdk", "SsoOidcGen.AwsSdk", ["SsoOidcGen.Runtime.Tests", "SsoOidc.Interop"]),
        new("src/SsoOidc", "SsoOidc", ["SsoOidc.Tests", "SsoOidc.Cli.Tests"]),
        new("src/SsoOidc.DependencyInjection", "SsoOidc.DependencyInjection", ["SsoOidc.Tests"]),
        new("src/SsoOidc.DistributedCache", "SsoOidc.DistributedCache", ["SsoOidc.Tests", "SsoOidc.Interop"]),
        new("src/SsoOidc.Emulator", "SsoOidc.Emulator", ["SsoOidc.Tests", "SsoOidc.Interop"], "net10.0"),
        new("src/SsoOidc.Cli", "SsoOidc.Cli", ["SsoOidc.Cli.Tests"]),
    ];

    public string ProjectFile => $"{Folder}/{Assembly}.csproj";

    public static ProjectUnderTest? Of(string path) =>
        All.FirstOrDefault(project => path.StartsWith(project.Folder + '/', StringComparison.Ordinal));
}
