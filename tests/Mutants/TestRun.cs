using System.Diagnostics;

namespace SsoOidcGen.Mutants;

/// <summary>Runs the tests of the scratch tree.</summary>
internal sealed class TestRun(ScratchTree tree)
{
    private readonly Dictionary<string, TimeSpan> _limits = [];

    /// <summary>Builds test projects and measures them on the unchanged sources: a mutant that makes them take much longer is seen too.</summary>
    /// <exception cref="InvalidOperationException">A test fails without any mutant.</exception>
    public async Task PrepareAsync(IEnumerable<string> tests)
    {
        foreach (string test in tests)
        {
            await ToolRunner.RunAsync(tree.Root, "dotnet", "build", $"tests/{test}");
            long start = Stopwatch.GetTimestamp();
            await ToolRunner.RunAsync(tree.Root, Executable(test), "-noColor");
            _limits[test] = (Stopwatch.GetElapsedTime(start) * 3) + TimeSpan.FromSeconds(30);
        }
    }

    /// <returns>The test project that fails; null when none does.</returns>
    public async Task<string?> FindFailingAsync(IEnumerable<string> tests)
    {
        foreach (string test in tests)
        {
            (int? exitCode, _) = await ToolRunner.TryRunAsync(
                tree.Root,
                _limits[test],
                Executable(test),
                "-noColor",
                "-stopOnFail"
            );
            if (exitCode != 0)
            {
                return test;
            }
        }

        return null;
    }

    private string Executable(string test) => tree.PathOf($"tests/{test}/bin/Debug/net10.0/{test}");
}
