using SsoOidcGen.Testing;

namespace SsoOidcGen.Tests.Snapshots;

/// <summary>
/// The generated code of both clients of this repository, of a small model with every binding, and the operations of one that
/// speaks XML and of one that sends forms: the readable specimen of the product.
/// </summary>
public sealed class ClientSnapshotTests
{
    private static readonly Lazy<Dictionary<string, string>> Files = new(() =>
        Generation
            .Run([
                .. OwnModels.Oidc(),
                .. OwnModels.Portal(),
                .. ModelText.Folder(FolderOf("Library"), "Library|||||true"),
                .. ModelText.Folder(FolderOf("Archive"), "Archive|||"),
                .. ModelText.Folder(FolderOf("Post"), "Post|||"),
            ])
            .Files.Where(static file => IsSpecimen(file.Key))
            .ToDictionary(static file => file.Key[..^".g.cs".Length], static file => file.Value)
    );

    public static TheoryData<string> Names => [.. Files.Value.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Generated_code_is_what_was_accepted(string name) =>
        Snapshot.Matches(Files.Value[name], $"SsoOidcGen.Tests/Snapshots/{name}.verified.cs");

    [Theory]
    [InlineData("Library")]
    [InlineData("Archive")]
    [InlineData("Post")]
    public void The_small_models_compile_without_a_warning(string model)
    {
        Generation generation = Generation.Run(ModelText.Folder(FolderOf(model)));

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

    private static string FolderOf(string model) =>
        Path.Combine(Repository.Root, "tests/SsoOidcGen.Tests/Snapshots", model);

    /// <summary>Only operations differ from those of the first small model.</summary>
    private static bool IsSpecimen(string file) =>
        !(file.StartsWith("Archive.", StringComparison.Ordinal) || file.StartsWith("Post.", StringComparison.Ordinal))
        || file.Contains("/Operations/", StringComparison.Ordinal)
        || file.Contains("/Types/", StringComparison.Ordinal);
}
