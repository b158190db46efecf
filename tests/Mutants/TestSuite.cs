using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SsoOidcGen.Mutants;

/// <summary>The tests of one project. Slow classes run last: most mutants are seen before.</summary>
internal sealed partial class TestSuite
{
    private static readonly TimeSpan s_slow = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan s_allowance = TimeSpan.FromSeconds(30);
    private readonly ScratchTree _tree;
    private readonly string _project;
    private readonly string[] _excluded;
    private readonly string[][] _stages;
    private readonly TimeSpan _limit;

    private TestSuite(ScratchTree tree, string project, XElement[] tests, TimeSpan duration)
    {
        _tree = tree;
        _project = project;
        _limit = (duration * 3) + s_allowance;
        Failing =
        [
            .. tests
                .Where(test => (string?)test.Attribute("result") == "Fail")
                .Select(test => $"{(string?)test.Attribute("type")}.{(string?)test.Attribute("method")}")
                .Distinct(),
        ];
        _excluded = [.. Failing.SelectMany(method => new[] { "-method-", method })];
        string[] slow =
        [
            .. tests
                .GroupBy(test => (string)test.Attribute("type")!, DurationOf)
                .Where(type => type.Sum() > s_slow.TotalSeconds)
                .Select(type => type.Key),
        ];
        _stages =
            slow.Length == 0
                ?
                [
                    [],
                ]
                :
                [
                    [.. slow.SelectMany(type => new[] { "-class-", type })],
                    [.. slow.SelectMany(type => new[] { "-class", type })],
                ];
    }

    /// <summary>The tests that fail without any mutant. They are left out.</summary>
    public IReadOnlyList<string> Failing { get; }

    /// <summary>Builds the project and runs it on the unchanged sources.</summary>
    /// <exception cref="InvalidOperationException">The project does not build, or its tests do not run.</exception>
    public static async Task<TestSuite> PrepareAsync(
        ScratchTree tree,
        string project,
        CancellationToken cancellationToken
    )
    {
        await ToolRunner.RunAsync(tree.Root, "dotnet", ["build", $"tests/{project}"], cancellationToken);
        string report = tree.PathOf($"artifacts/{project}.xml");
        long start = Stopwatch.GetTimestamp();
        (_, string output) = await ToolRunner.TryRunAsync(
            tree.Root,
            Timeout.InfiniteTimeSpan,
            Executable(tree, project),
            ["-noColor", "-result-xml", report],
            cancellationToken
        );
        TimeSpan duration = Stopwatch.GetElapsedTime(start);
        return File.Exists(report)
            ? new TestSuite(tree, project, [.. XDocument.Load(report).Descendants("test")], duration)
            : throw new InvalidOperationException($"The tests of {project} did not run:\n{output}");
    }

    /// <returns>What failed; null when nothing did.</returns>
    public async Task<string?> FindFailureAsync(CancellationToken cancellationToken)
    {
        foreach (string[] stage in _stages)
        {
            (int? exitCode, string output) = await ToolRunner.TryRunAsync(
                _tree.Root,
                _limit,
                Executable(_tree, _project),
                ["-noColor", "-stopOnFail", .. _excluded, .. stage],
                cancellationToken
            );
            if (exitCode != 0)
            {
                return FailedTest().Match(output) is { Success: true } failed ? failed.Groups["name"].Value
                    : exitCode is null ? $"{_project} takes longer than {_limit.TotalSeconds:0} s"
                    : $"{_project} ends with {exitCode}";
            }
        }

        return null;
    }

    private static double DurationOf(XElement test) =>
        double.Parse((string?)test.Attribute("time") ?? "0", CultureInfo.InvariantCulture);

    private static string Executable(ScratchTree tree, string project) =>
        tree.PathOf($"tests/{project}/bin/Debug/net10.0/{project}");

    [GeneratedRegex(@"^\s*(?<name>\S+?)(\(.*)? \[FAIL\]", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex FailedTest();
}
