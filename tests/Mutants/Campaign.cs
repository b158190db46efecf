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
            if (!await TryCompileAsync(project, [mutant]))
            {
                continue;
            }

            tested++;
            if (await FindFailureAsync(project, project.Tests[0], TestStage.Quick, [mutant]) is { } failure)
            {
                PrintSeen(mutant, failure);
            }
            else
            {
                Console.WriteLine($"left {mutant}");
                left.TryAdd(project, []);
                left[project].Add(mutant);
            }
        }

        List<Mutant> unseen = [];
        foreach ((ProjectUnderTest project, List<Mutant> mutantsOfProject) in left)
        {
            Mutant[] rest = [.. mutantsOfProject];
            foreach (string test in project.Tests)
            {
                foreach (TestStage stage in Enum.GetValues<TestStage>().Skip(test == project.Tests[0] ? 1 : 0))
                {
                    rest = await WithoutSeenAsync(project, test, stage, rest);
                }
            }

            unseen.AddRange(rest);
        }

        Console.WriteLine();
        Console.WriteLine($"{tested - unseen.Count} of {tested} mutants were seen.");
        unseen.ForEach(static mutant => Console.WriteLine($"unseen: {mutant}"));
        return unseen.Count == 0 ? 0 : 1;
    }

    // Few of the mutants that the first tests miss are seen by others: a run over all of them at once spares most runs.
    private async Task<Mutant[]> WithoutSeenAsync(
        ProjectUnderTest project,
        string test,
        TestStage stage,
        Mutant[] mutants
    )
    {
        if (mutants.Length == 0)
        {
            return [];
        }

        if (await TryCompileAsync(project, mutants))
        {
            string? failure = await FindFailureAsync(project, test, stage, mutants);
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
            .. await WithoutSeenAsync(project, test, stage, mutants[..half]),
            .. await WithoutSeenAsync(project, test, stage, mutants[half..]),
        ];
    }

    private async Task<TestSuite> PrepareAsync(string test)
    {
        if (_suites.TryGetValue(test, out TestSuite? suite))
        {
            return suite;
        }

        suite = await TestSuite.PrepareAsync(tree, test, cancellationToken);
        foreach (string failing in suite.Failing)
        {
            Console.WriteLine($"left out, for it fails without any mutant: {failing}");
        }

        return _suites[test] = suite;
    }

    private async Task<Compiler> PrepareAsync(ProjectUnderTest project)
    {
        if (!_compilers.TryGetValue(project, out Compiler? compiler))
        {
            // Building the tests builds what they refer to.
            await PrepareAsync(project.Tests[0]);
            compiler = _compilers[project] = await Compiler.CreateAsync(tree, project, cancellationToken);
        }

        return compiler;
    }

    /// <returns>Whether the sources compile with all of the mutants.</returns>
    private async Task<bool> TryCompileAsync(ProjectUnderTest project, IReadOnlyList<Mutant> mutants)
    {
        Compiler compiler = await PrepareAsync(project);
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

            return await compiler.TryCompileAsync(cancellationToken);
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
    private async Task<string?> FindFailureAsync(
        ProjectUnderTest project,
        string test,
        TestStage stage,
        IReadOnlyList<Mutant> mutants
    )
    {
        TestSuite suite = await PrepareAsync(test);
        IReadOnlyList<string> copies = tree.CopiesOf(project.Assembly);
        byte[] original = await File.ReadAllBytesAsync(copies[0], cancellationToken);
        Replace(copies, await File.ReadAllBytesAsync(_compilers[project].Output, cancellationToken));
        try
        {
            return await suite.FindFailureAsync(stage, [.. mutants.Select(mutant => mutant.Path)], cancellationToken);
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
