using System.Diagnostics;

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
        int seen = 0;
        List<Mutant> unseen = [];
        foreach (Mutant mutant in mutants.TakeWhile(_ => seen + unseen.Count < wanted))
        {
            ProjectUnderTest project = ProjectUnderTest.Of(mutant.Path)!;
            await PrepareAsync(project);
            long start = Stopwatch.GetTimestamp();
            if (!await TryCompileAsync(project, mutant))
            {
                continue;
            }

            string? failure = await FindFailureAsync(project);
            if (failure is null)
            {
                unseen.Add(mutant);
            }
            else
            {
                seen++;
            }

            Console.WriteLine(
                $"{seen + unseen.Count, 4} {(failure is null ? "UNSEEN" : "seen"), -6} {mutant} ({failure ?? "by none"}, {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s)"
            );
        }

        Console.WriteLine();
        Console.WriteLine($"{seen} of {seen + unseen.Count} mutants were seen.");
        unseen.ForEach(static mutant => Console.WriteLine($"unseen: {mutant}"));
        return unseen.Count == 0 ? 0 : 1;
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

    private async Task<bool> TryCompileAsync(ProjectUnderTest project, Mutant mutant)
    {
        string path = tree.PathOf(mutant.Path);
        string source = await File.ReadAllTextAsync(path, cancellationToken);
        await File.WriteAllTextAsync(path, mutant.Apply(source), cancellationToken);
        bool compiles = await _compilers[project].TryCompileAsync(cancellationToken);
        await File.WriteAllTextAsync(path, source, cancellationToken);
        return compiles;
    }

    /// <summary>Puts the compiled mutant in the place of every copy of its assembly while the tests run.</summary>
    private async Task<string?> FindFailureAsync(ProjectUnderTest project)
    {
        IReadOnlyList<string> copies = tree.CopiesOf(project.Assembly);
        byte[] original = await File.ReadAllBytesAsync(copies[0], cancellationToken);
        Replace(copies, await File.ReadAllBytesAsync(_compilers[project].Output, cancellationToken));
        try
        {
            foreach (string test in project.Tests)
            {
                if (await _suites[test].FindFailureAsync(cancellationToken) is { } failure)
                {
                    return failure;
                }
            }

            return null;
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
