using System.Text.Json;
using System.Text.RegularExpressions;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Tests.Models;

public sealed partial class ModelsMatchPublicModelsTests
{
    /// <summary>So many words in a row are more than two people write by chance.</summary>
    private const int RunLength = 8;

    public static TheoryData<string> Files =>
        [
            "sso-oidc/2019-06-10/service-2.json",
            "sso-oidc/2019-06-10/paginators-1.json",
            "sso-oidc/2019-06-10/endpoint-rule-set-1.json",
            "sso/2019-06-10/service-2.json",
            "sso/2019-06-10/paginators-1.json",
            "sso/2019-06-10/endpoint-rule-set-1.json",
        ];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_model_differs_from_the_public_one_in_its_documentation_only(string file)
    {
        using JsonDocument ours = Ours(file);
        using JsonDocument theirs = Theirs("models/" + file);

        Assert.Empty(JsonDifferences.Between(ours.RootElement, theirs.RootElement, IsDocumentation));
    }

    /// <summary>Of some services we have what finding credentials takes: the rest is missing, and nothing is another.</summary>
    [Theory]
    [InlineData("sts/2011-06-15/service-2.json")]
    [InlineData("signin/2023-01-01/service-2.json")]
    public void A_model_of_some_operations_holds_nothing_that_the_public_one_does_not(string file)
    {
        using JsonDocument ours = Ours(file);
        using JsonDocument theirs = Theirs("models/" + file);

        Assert.DoesNotContain(
            JsonDifferences.Between(ours.RootElement, theirs.RootElement, IsDocumentation),
            static difference => !difference.EndsWith(" is missing", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_partitions_differ_from_the_public_ones_in_descriptions_only()
    {
        using JsonDocument ours = Ours("partitions.json");
        using JsonDocument theirs = Theirs("partitions.json");

        Assert.Empty(
            JsonDifferences.Between(ours.RootElement, theirs.RootElement, static (name, _) => name == "description")
        );
    }

    [Theory]
    [MemberData(nameof(Files))]
    [InlineData("sts/2011-06-15/service-2.json")]
    [InlineData("signin/2023-01-01/service-2.json")]
    public void The_documentation_is_written_in_own_words(string file)
    {
        using JsonDocument ours = Ours(file);
        using JsonDocument theirs = Theirs("models/" + file);
        HashSet<string> published = [.. Documentation(theirs.RootElement).SelectMany(Runs)];

        Assert.DoesNotContain(Documentation(ours.RootElement).SelectMany(Runs), published.Contains);
    }

    private static JsonDocument Ours(string file) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "model", file)));

    private static JsonDocument Theirs(string file) =>
        JsonDocument.Parse(File.ReadAllText(Repository.DataOrSkip(file)));

    private static bool IsDocumentation(string name, JsonElement value) =>
        name == "documentation" && value.ValueKind == JsonValueKind.String;

    private static IEnumerable<string> Documentation(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Object => json.EnumerateObject()
                .SelectMany(static member =>
                    IsDocumentation(member.Name, member.Value)
                        ? [member.Value.GetString()!]
                        : Documentation(member.Value)
                ),
            JsonValueKind.Array => json.EnumerateArray().SelectMany(Documentation),
            _ => [],
        };

    /// <summary>Every run of words of a text. Code ends a run: the names of things are nobody's words.</summary>
    private static IEnumerable<string> Runs(string html) =>
        Code()
            .Split(html)
            .Select(static prose =>
                Words()
                    .Matches(Tag().Replace(prose, " "))
                    .Select(static word => word.Value.ToUpperInvariant())
                    .ToArray()
            )
            .SelectMany(static words =>
                Enumerable
                    .Range(0, Math.Max(0, words.Length - RunLength + 1))
                    .Select(start => string.Join(' ', words.Skip(start).Take(RunLength)))
            );

    [GeneratedRegex("<code>.*?</code>", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"[\w']+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();
}
