using SsoOidcGen.Diagnostics;
using SsoOidcGen.Emitting.Partitions;
using SsoOidcGen.Model.Partitions;
using SsoOidcGen.Planning.Partitions;
using SsoOidcGen.Reading;
using SsoOidcGen.Reading.Formats;
using SsoOidcGen.Reading.Partitions;
using SsoOidcGen.Testing;
using SsoOidcGen.Tests.Reading;

namespace SsoOidcGen.Tests.Partitions;

public sealed class PartitionsTests
{
    [Theory]
    [InlineData("""^cn\\-\\w+\\-\\d+$""", "cn")]
    [InlineData("""^(us|eu)-\\w+-\\d+$""", "us eu")]
    [InlineData("""^eusc\\-(de|fr)\\-\\w+\\-\\d+$""", "eusc-de eusc-fr")]
    public void A_region_pattern_becomes_prefixes(string pattern, string prefixes)
    {
        PartitionsResult result = Read(Table(pattern));

        Assert.Empty(result.Diagnostics);
        Assert.Equal(prefixes.Split(' '), Assert.Single(result.Partitions).RegionPrefixes);
    }

    [Theory]
    [InlineData("""^[a-z]+\\-\\w+\\-\\d+$""")]
    [InlineData("""^us\\-\\w+\\-\\d$""")]
    [InlineData("""us\\-\\w+\\-\\d+""")]
    [InlineData("""^\\-\\w+\\-\\d+$""")]
    [InlineData("""^(us|)\\-\\w+\\-\\d+$""")]
    [InlineData("""^(us\\-\\w+\\-\\d+$""")]
    public void Another_pattern_is_reported_and_the_listed_regions_stay(string pattern)
    {
        PartitionsResult result = ReadUnsound("SSOGEN049", Table(pattern, mark: true));

        Assert.Equal(["us-east-1"], Assert.Single(result.Partitions).Regions);
    }

    [Fact]
    public void A_region_cannot_differ_from_its_partition() =>
        ReadUnsound(
            "SSOGEN040",
            Table("""^us\\-\\w+\\-\\d+$""", region: """{"description": "d", «"dnsSuffix"»: "x"}""")
        );

    [Fact]
    public void Without_the_partition_of_unknown_regions_there_is_no_table() =>
        Assert.Empty(ReadUnsound("SSOGEN040", """«{»"partitions": []}""").Partitions);

    [Fact]
    public void What_two_partitions_claim_belongs_to_the_first()
    {
        PartitionModel first = Read(Table("""^us\\-\\w+\\-\\d+$""")).Partitions[0] with { Regions = ["aws-global"] };

        string code = PartitionsEmitter.Emit(PartitionsPlanner.Plan([first, first with { Id = "aws-second" }])).Text;

        Assert.Contains("\"aws-global\" => Aws,", code);
        Assert.Contains("\"us\" => Aws,", code);
        Assert.DoesNotContain("=> AwsSecond", code);
    }

    [Fact]
    public void A_region_is_listed_unless_its_name_looks_like_those_of_its_partition()
    {
        PartitionModel first = Read(Table("""^us\\-\\w+\\-\\d+$""")).Partitions[0];
        PartitionModel second = first with { Id = "aws-second", Regions = ["us-odd-1"], RegionPrefixes = ["cn"] };

        string code = PartitionsEmitter.Emit(PartitionsPlanner.Plan([first, second])).Text;

        Assert.DoesNotContain("\"us-east-1\" =>", code);
        Assert.Contains("\"us-odd-1\" => AwsSecond,", code);
    }

    [Fact]
    public void The_project_that_lists_the_table_gets_it_as_a_class()
    {
        Generation generation = Generation.Run(
            new ModelText(
                "model/partitions.json",
                Table("""^us\\-\\w+\\-\\d+$"""),
                new Dictionary<string, string> { ["AwsModelKind"] = "Partitions" }
            )
        );

        Assert.Empty(generation.Diagnostics);
        Assert.Contains("internal static class Partitions", generation.Files["Partitions.g.cs"]);
    }

    [Fact]
    public void A_partition_has_what_the_table_says()
    {
        string table = Table("""^us\\-\\w+\\-\\d+$""")
            .Replace("\"supportsDualStack\": true", "\"supportsDualStack\": false", StringComparison.Ordinal);

        PartitionModel partition = Assert.Single(Read(table).Partitions);

        Assert.Equal("aws", partition.Id);
        Assert.Equal("a.example", partition.DnsSuffix);
        Assert.Equal("b.example", partition.DualStackDnsSuffix);
        Assert.Equal("us-east-1", partition.ImplicitGlobalRegion);
        Assert.True(partition.SupportsFips);
        Assert.False(partition.SupportsDualStack);
        Assert.Equal(["us-east-1"], partition.Regions);
    }

    private static string Table(string pattern, string region = "{}", bool mark = false)
    {
        string quoted = mark ? $"«\"{pattern}\"»" : $"\"{pattern}\"";
        return $$"""
            {
              "partitions": [
                {
                  "id": "aws",
                  "regionRegex": {{quoted}},
                  "regions": {"us-east-1": {{region}}},
                  "outputs": {
                    "dnsSuffix": "a.example",
                    "dualStackDnsSuffix": "b.example",
                    "implicitGlobalRegion": "us-east-1",
                    "supportsFIPS": true,
                    "supportsDualStack": true
                  }
                }
              ]
            }
            """;
    }

    private static PartitionsResult Read(string text) =>
        PartitionsReader.Read(new ModelFile("model/partitions.json", text), CancellationToken.None);

    private static PartitionsResult ReadUnsound(string id, string marked)
    {
        MarkedText place = new(marked);
        PartitionsResult result = Read(place.Text);

        DiagnosticInfo found = Assert.Single(result.Diagnostics);
        Assert.Equal(id, found.Id);
        Assert.Equal(place.Token, place.Text.Substring(found.Span!.Start, found.Span.Length));
        return result;
    }
}
