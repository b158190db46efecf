using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SsoOidcGen.Mutants;

/// <summary>The tests of one project. Of the quick ones, classes named like a changed file or its folder run first: most mutants are seen there.</summary>
internal sealed partial class TestSuite
{
    private static readonly TimeSpan s_slow = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan s_allowance = TimeSpan.FromSeconds(30);
    private readonly ScratchTree _tree;
    private readonly string _project;
    private readonly string[] _excluded;
    private readonly string[] _quick;
    private readonly string[] _slow;
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
        ILookup<bool, string> slow = tests
            .GroupBy(test => (string)test.Attribute("type")!, DurationOf)
            .ToLookup(type => type.Sum() > s_slow.TotalSeconds, type => type.Key);
        _quick = [.. slow[false]];
        _slow = [.. slow[true]];
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
    public async Task<string?> FindFailureAsync(
        TestStage stage,
        IReadOnlyList<string> changedFiles,
        CancellationToken cancellationToken
    )
    {
        foreach (string[] classes in stage == TestStage.Slow ? [_slow] : NearFirst(changedFiles))
        {
            if (classes.Length == 0)
            {
                continue;
            }

            (int? exitCode, string output) = await ToolRunner.TryRunAsync(
                _tree.Root,
                _limit,
                Executable(_tree, _project),
                [
                    "-noColor",
                    "-stopOnFail",
                    .. _excluded,
                    .. classes.SelectMany(static type => new[] { "-class", type }),
                ],
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

    private string[][] NearFirst(IReadOnlyList<string> changedFiles)
    {
        string[] names =
        [
            .. changedFiles.Select(Path.GetFileNameWithoutExtension).OfType<string>(),
            .. changedFiles.Select(file => Path.GetFileName(Path.GetDirectoryName(file))).OfType<string>(),
        ];
        string[] near = [.. _quick.Where(type => names.Any(name => type.Contains(name, StringComparison.Ordinal)))];
        return [near, [.. _quick.Except(near)]];
    }

    private static double DurationOf(XElement test) =>
        double.Parse((string?)test.Attribute("time") ?? "0", CultureInfo.InvariantCulture);

    private static string Executable(ScratchTree tree, string project) =>
        tree.PathOf($"tests/{project}/bin/Debug/net10.0/{project}");

    [GeneratedRegex(@"^\s*(?<name>\S+?)(\(.*)? \[FAIL\]", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex FailedTest();
}
