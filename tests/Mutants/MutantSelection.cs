namespace SsoOidcGen.Mutants;

/// <summary>Chooses mutants: those of the named paths, on the lines that changed, in an order that the seed fixes.</summary>
internal sealed class MutantSelection(string repository, string? since, string[] paths, int seed)
{
    public async Task<IReadOnlyList<Mutant>> DrawAsync(CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, HashSet<int>>? changed = since is null
            ? null
            : await Git.ChangedLinesAsync(repository, since, cancellationToken);
        List<Mutant> mutants = [];
        foreach (string file in await Git.ListFilesAsync(repository, cancellationToken))
        {
            if (
                file.EndsWith(".cs", StringComparison.Ordinal)
                && ProjectUnderTest.Of(file) is not null
                && (changed is null || changed.ContainsKey(file))
            )
            {
                string source = await File.ReadAllTextAsync(Path.Combine(repository, file), cancellationToken);
                mutants.AddRange(
                    MutantFinder
                        .Find(file, source)
                        .Where(mutant => changed?[file].Contains(mutant.Line) != false && IsNamed(mutant))
                );
            }
        }

        Mutant[] drawn = [.. mutants];
        new Random(seed).Shuffle(drawn);
        return drawn;
    }

    private bool IsNamed(Mutant mutant) =>
        paths.Length == 0
        || paths.Any(path =>
            mutant.Path == path
            || mutant.Path.StartsWith(path.TrimEnd('/') + '/', StringComparison.Ordinal)
            || $"{mutant.Path}:{mutant.Line}" == path
        );
}
