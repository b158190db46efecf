using SsoOidcGen.Testing;

namespace SsoOidcGen.Tests.Snapshots;

/// <summary>
/// The generated code of both clients of this repository, and of a small model with every binding: the readable specimen
/// of the product.
/// </summary>
public sealed class ClientSnapshotTests
{
    private static readonly Lazy<Dictionary<string, string>> Files = new(() =>
        Generation
            .Run([.. OwnModels.Oidc(), .. OwnModels.Portal(), .. ModelText.Folder(LibraryFolder, "Library|||||true")])
            .Files.ToDictionary(static file => file.Key[..^".g.cs".Length], static file => file.Value)
    );

    private static string LibraryFolder => Path.Combine(Repository.Root, "tests/SsoOidcGen.Tests/Snapshots/Library");

    public static TheoryData<string> Names => [.. Files.Value.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Generated_code_is_what_was_accepted(string name) =>
        Snapshot.Matches(Files.Value[name], $"Snapshots/{name}.verified.cs");

    [Fact]
    public void The_small_model_compiles_without_a_warning()
    {
        Generation generation = Generation.Run(ModelText.Folder(LibraryFolder));

        Assert.Empty(generation.Diagnostics);
        Assert.Empty(generation.CompilerDiagnostics);
    }

    [Fact]
    public void No_accepted_file_is_left_that_is_no_longer_generated()
    {
        string folder = Path.Combine(Repository.Root, "tests/SsoOidcGen.Tests/Snapshots");
        IEnumerable<string> accepted = Directory
            .EnumerateFiles(folder, "*.verified.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/')[..^".verified.cs".Length]);

        Assert.Empty(accepted.Except(Files.Value.Keys));
    }
}
