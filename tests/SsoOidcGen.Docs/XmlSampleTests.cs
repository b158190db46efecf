using System.Xml.Linq;

namespace SsoOidcGen.Docs;

/// <summary>XML on the pages is well formed, and items that name a model carry metadata that the README's table lists. Pages of
/// diagnostics show what is wrong.</summary>
public sealed class XmlSampleTests
{
    private static readonly HashSet<string> s_metadata =
    [
        "Include",
        .. Pages
            .Read("README.md")
            .Split('\n')
            .SkipWhile(static line => !line.StartsWith("| Metadata ", StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(static line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(static line => line.Split('`')[1]),
    ];

    public static TheoryData<string, int> Samples { get; } = Find();

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_is_understood(string page, int line)
    {
        XElement samples = XElement.Parse(
            $"<Page>{Pages.Blocks(page).Single(block => block.Line == line).Text}</Page>"
        );

        Assert.All(
            samples.Descendants("AwsServiceModel").Attributes(),
            metadata => Assert.Contains(metadata.Name.LocalName, s_metadata)
        );
    }

    private static TheoryData<string, int> Find()
    {
        TheoryData<string, int> found = [];
        foreach (
            CodeBlock block in Pages
                .All.SelectMany(Pages.Blocks)
                .Where(static block =>
                    block.Language == "xml" && !block.Page.StartsWith("docs/diagnostics/", StringComparison.Ordinal)
                )
        )
        {
            found.Add(block.Page, block.Line);
        }

        return found;
    }
}
