namespace SsoOidcGen.Mutants;

/// <summary>A copy of the repository in which sources and assemblies are changed, so that the checkout itself stays as it is.</summary>
internal sealed class ScratchTree : IDisposable
{
    private ScratchTree(string root) => Root = root;

    public string Root { get; }

    /// <summary>Copies the files that git knows, as they are in the working tree.</summary>
    public static async Task<ScratchTree> CreateAsync(string repository, CancellationToken cancellationToken)
    {
        ScratchTree tree = new(Directory.CreateTempSubdirectory("mutants-").FullName);
        foreach (string file in await Git.ListFilesAsync(repository, cancellationToken))
        {
            string target = tree.PathOf(file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(repository, file), target);
        }

        Directory.CreateDirectory(tree.PathOf("artifacts"));
        return tree;
    }

    public string PathOf(string file) => Path.Combine(Root, file);

    /// <summary>Every copy of an assembly that a test may load.</summary>
    public IReadOnlyList<string> CopiesOf(string assembly) =>
        [
            .. Directory
                .EnumerateFiles(Root, assembly + ".dll", SearchOption.AllDirectories)
                .Where(path => path.Contains("/bin/", StringComparison.Ordinal)),
        ];

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
