namespace SsoOidcGen.Mutants;

/// <summary>Compiles and tests one mutant after the other.</summary>
internal sealed class Campaign(ScratchTree tree, CancellationToken cancellationToken)
{
    private readonly Dictionary<string, TestSuite> _suites = [];
    private readonly Dictionary<ProjectUnderTest, Compiler> _compilers = [];

    /// <returns>The exit code: 0 when every mutant was seen.</returns>
    public static async Task<int> RunAsync(
        string repository,
        IReadOnlyList<Mutant> mutants,
        int wanted,
        CancellationToken cancellationToken
    )
    {
        // Tests look for public models beside the checkout, which the scratch tree is not.
        Environment.SetEnvironmentVariable(
            "SSOOIDCGEN_DATA",
            Environment.GetEnvironmentVariable("SSOOIDCGEN_DATA") ?? Path.Combine(repository, "..", "shared", "data")
        );
        using ScratchTree tree = await ScratchTree.CreateAsync(repository, cancellationToken);
        return await new Campaign(tree, cancellationToken).RunAsync(mutants, wanted);
    }

    private async Task<int> RunAsync(IReadOnlyList<Mutant> mutants, int wanted)
    {
        int tested = 0;
        Dictionary<ProjectUnderTest, List<Mutant>> left = [];
        foreach (Mutant mutant in mutants.TakeWhile(_ => tested < wanted))
        {
            ProjectUnderTest project = ProjectUnderTest.Of(mutant.Path)!;
            await PrepareAsync(project);
            if (!await TryCompileAsync(project, [mutant]))
            {
                continue;
            }

            tested++;
            if (await FindFailureAsync(project, project.Tests[0], [mutant]) is { } failure)
            {
                PrintSeen(mutant, failure);
            }
            else
            {
                left.TryAdd(project, []);
                left[project].Add(mutant);
            }
        }

        List<Mutant> unseen = [];
        foreach ((ProjectUnderTest project, List<Mutant> mutantsOfProject) in left)
        {
            Mutant[] rest = [.. mutantsOfProject];
            foreach (string test in project.Tests.Skip(1))
            {
                rest = await WithoutSeenAsync(project, test, rest);
            }

            unseen.AddRange(rest);
        }

        Console.WriteLine();
        Console.WriteLine($"{tested - unseen.Count} of {tested} mutants were seen.");
        unseen.ForEach(static mutant => Console.WriteLine($"unseen: {mutant}"));
        return unseen.Count == 0 ? 0 : 1;
    }

    // Few of the mutants that the first tests miss are seen by others: a run over all of them at once spares most runs.
    private async Task<Mutant[]> WithoutSeenAsync(ProjectUnderTest project, string test, Mutant[] mutants)
    {
        if (mutants.Length == 0)
        {
            return [];
        }

        if (await TryCompileAsync(project, mutants))
        {
            string? failure = await FindFailureAsync(project, test, mutants);
            if (failure is null)
            {
                return mutants;
            }

            if (mutants is [Mutant seen])
            {
                PrintSeen(seen, failure);
                return [];
            }
        }

        int half = mutants.Length / 2;
        return
        [
            .. await WithoutSeenAsync(project, test, mutants[..half]),
            .. await WithoutSeenAsync(project, test, mutants[half..]),
        ];
    }

    private async Task PrepareAsync(ProjectUnderTest project)
    {
        foreach (string name in project.Tests.Where(name => !_suites.ContainsKey(name)))
        {
            TestSuite suite = await TestSuite.PrepareAsync(tree, name, cancellationToken);
            _suites.Add(name, suite);
            foreach (string test in suite.Failing)
            {
                Console.WriteLine($"left out, for it fails without any mutant: {test}");
            }
        }

        if (!_compilers.ContainsKey(project))
        {
            _compilers.Add(project, await Compiler.CreateAsync(tree, project, cancellationToken));
        }
    }

    /// <returns>Whether the sources compile with all of the mutants.</returns>
    private async Task<bool> TryCompileAsync(ProjectUnderTest project, IReadOnlyList<Mutant> mutants)
    {
        Dictionary<string, string> originals = [];
        try
        {
            foreach (IGrouping<string, Mutant> file in mutants.GroupBy(mutant => tree.PathOf(mutant.Path)))
            {
                string source = await File.ReadAllTextAsync(file.Key, cancellationToken);
                if (Mutant.TryApply([.. file], source) is not { } changed)
                {
                    return false;
                }

                originals.Add(file.Key, source);
                await File.WriteAllTextAsync(file.Key, changed, cancellationToken);
            }

            return await _compilers[project].TryCompileAsync(cancellationToken);
        }
        finally
        {
            foreach ((string path, string source) in originals)
            {
                await File.WriteAllTextAsync(path, source, CancellationToken.None);
            }
        }
    }

    /// <summary>Puts what was compiled last in the place of every copy of its assembly while the tests run.</summary>
    private async Task<string?> FindFailureAsync(ProjectUnderTest project, string test, IReadOnlyList<Mutant> mutants)
    {
        IReadOnlyList<string> copies = tree.CopiesOf(project.Assembly);
        byte[] original = await File.ReadAllBytesAsync(copies[0], cancellationToken);
        Replace(copies, await File.ReadAllBytesAsync(_compilers[project].Output, cancellationToken));
        try
        {
            return await _suites[test].FindFailureAsync([.. mutants.Select(mutant => mutant.Path)], cancellationToken);
        }
        finally
        {
            Replace(copies, original);
        }
    }

    private static void PrintSeen(Mutant mutant, string failure) => Console.WriteLine($"seen {mutant} ({failure})");

    private static void Replace(IReadOnlyList<string> copies, byte[] assembly)
    {
        foreach (string copy in copies)
        {
            File.WriteAllBytes(copy, assembly);
        }
    }
}
