using System.Globalization;
using System.Text.RegularExpressions;

namespace SsoOidcGen.Mutants;

/// <summary>What git knows of the repository.</summary>
internal static partial class Git
{
    public static async Task<IReadOnlyList<string>> ListFilesAsync(
        string repository,
        CancellationToken cancellationToken
    ) =>
        [
            .. Lines(
                    await ToolRunner.RunAsync(
                        repository,
                        "git",
                        ["ls-files", "--cached", "--others", "--exclude-standard"],
                        cancellationToken
                    )
                )
                .Where(file => File.Exists(Path.Combine(repository, file))),
        ];

    /// <summary>The lines of each file that were added or changed since a commit.</summary>
    public static async Task<IReadOnlyDictionary<string, HashSet<int>>> ChangedLinesAsync(
        string repository,
        string commit,
        CancellationToken cancellationToken
    )
    {
        Dictionary<string, HashSet<int>> changed = [];
        HashSet<int> lines = [];
        foreach (
            string line in Lines(
                await ToolRunner.RunAsync(repository, "git", ["diff", "--unified=0", commit], cancellationToken)
            )
        )
        {
            if (line.StartsWith("+++ b/", StringComparison.Ordinal))
            {
                changed[line["+++ b/".Length..]] = lines = [];
            }
            else if (Hunk().Match(line) is { Success: true } hunk)
            {
                int start = int.Parse(hunk.Groups["start"].ValueSpan, CultureInfo.InvariantCulture);
                int count = hunk.Groups["count"] is { Success: true } group
                    ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture)
                    : 1;
                lines.UnionWith(Enumerable.Range(start, count));
            }
        }

        return changed;
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"^@@ -\S+ \+(?<start>\d+)(,(?<count>\d+))? @@", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hunk();
}
