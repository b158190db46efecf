using System.Text.RegularExpressions;

namespace SsoOidcGen.Docs;

/// <summary>Links between pages lead somewhere, and the start page leads everywhere.</summary>
public sealed partial class LinkTests
{
    public static TheoryData<string> AllPages { get; } = [.. Pages.All];

    [Theory]
    [MemberData(nameof(AllPages))]
    public void A_relative_link_leads_to_a_file(string page) =>
        Assert.All(
            Targets(page),
            static target => Assert.True(Path.Exists(Path.Combine(Repository.Root, target)), target)
        );

    [Fact]
    public void The_start_page_leads_to_every_page_of_the_documentation()
    {
        HashSet<string> reached = ["docs/README.md"];
        Queue<string> pages = new(reached);
        while (pages.TryDequeue(out string? page))
        {
            foreach (string target in Targets(page))
            {
                string next = Directory.Exists(Path.Combine(Repository.Root, target)) ? $"{target}/README.md" : target;
                if (Pages.All.Contains(next) && reached.Add(next))
                {
                    pages.Enqueue(next);
                }
            }
        }

        Assert.Empty(
            Pages.All.Where(static page => page.StartsWith("docs/", StringComparison.Ordinal)).Except(reached)
        );
    }

    /// <summary>Paths below the repository's root.</summary>
    private static IEnumerable<string> Targets(string page) =>
        Link()
            .Matches(Fence().Replace(Pages.Read(page), ""))
            .Select(static link => link.Value.Split('#')[0])
            .Where(static target => target.Length > 0 && !target.Contains(':'))
            .Select(target =>
                Path.GetRelativePath(
                        Repository.Root,
                        Path.Combine(Repository.Root, Path.GetDirectoryName(page)!, target)
                    )
                    .Replace('\\', '/')
                    .TrimEnd('/')
            );

    [GeneratedRegex(@"(?<=\]\()[^)\s]+(?=\))", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex(
        "^ *```.*?^ *```",
        RegexOptions.Multiline | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Fence();
}
