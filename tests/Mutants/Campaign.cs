namespace SsoOidcGen.Mutants;

/// <summary>Compiles and tests one mutant after the other.</summary>
internal static class Campaign
{
    /// <returns>The exit code: 0 when every mutant was seen.</returns>
    public static async Task<int> RunAsync(string repository, Queue<Mutant> mutants, int wanted)
    {
        // Tests look for public models beside the checkout, which the scratch tree is not.
        Environment.SetEnvironmentVariable(
            "SSOOIDCGEN_DATA",
            Environment.GetEnvironmentVariable("SSOOIDCGEN_DATA") ?? Path.Combine(repository, "..", "shared", "data")
        );
        using ScratchTree tree = await ScratchTree.CreateAsync(repository);
        TestRun tests = new(tree);
        await tests.PrepareAsync(
            mutants.Select(mutant => ProjectUnderTest.Of(mutant.Path)!).Distinct().SelectMany(p => p.Tests).Distinct()
        );
        Dictionary<ProjectUnderTest, Compiler> compilers = [];
        int seen = 0;
        List<Mutant> unseen = [];
        while (seen + unseen.Count < wanted && mutants.TryDequeue(out Mutant? mutant))
        {
            ProjectUnderTest project = ProjectUnderTest.Of(mutant.Path)!;
            if (!compilers.TryGetValue(project, out Compiler? compiler))
            {
                compilers[project] = compiler = await Compiler.CreateAsync(tree, project);
            }

            string? outcome = await TestAsync(tree, compiler, project, tests, mutant);
            switch (outcome)
            {
                case null:
                    unseen.Add(mutant);
                    break;
                case NotCompiled:
                    continue;
                default:
                    seen++;
                    break;
            }

            Console.WriteLine($"{seen + unseen.Count, 4} {outcome ?? "UNSEEN", -26} {mutant}");
        }

        Console.WriteLine();
        Console.WriteLine($"{seen} of {seen + unseen.Count} mutants were seen.");
        unseen.ForEach(mutant => Console.WriteLine($"unseen: {mutant}"));
        return unseen.Count == 0 ? 0 : 1;
    }

    private const string NotCompiled = "not compiled";

    private static async Task<string?> TestAsync(
        ScratchTree tree,
        Compiler compiler,
        ProjectUnderTest project,
        TestRun tests,
        Mutant mutant
    )
    {
        string path = tree.PathOf(mutant.Path);
        string source = await File.ReadAllTextAsync(path);
        await File.WriteAllTextAsync(path, mutant.Apply(source));
        bool compiles = await compiler.TryCompileAsync();
        await File.WriteAllTextAsync(path, source);
        if (!compiles)
        {
            return NotCompiled;
        }

        IReadOnlyList<string> copies = tree.CopiesOf(project.Assembly);
        byte[] original = await File.ReadAllBytesAsync(copies[0]);
        Replace(copies, await File.ReadAllBytesAsync(compiler.Output));
        try
        {
            return await tests.FindFailingAsync(project.Tests);
        }
        finally
        {
            Replace(copies, original);
        }
    }

    private static void Replace(IReadOnlyList<string> copies, byte[] assembly)
    {
        foreach (string copy in copies)
        {
            File.WriteAllBytes(copy, assembly);
        }
    }
}
