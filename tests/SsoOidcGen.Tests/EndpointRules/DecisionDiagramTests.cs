using System.Buffers.Binary;
using SsoOidcGen.Runtime;
using SsoOidcGen.Runtime.CompilerServices;
using SsoOidcGen.Testing;
using SsoOidcGen.Tests.Reading.SmithyAst;
using static SsoOidcGen.Tests.EndpointRules.RuleSetReading;

namespace SsoOidcGen.Tests.EndpointRules;

/// <summary>Endpoint rules that were compiled to a binary decision diagram.</summary>
public sealed class DecisionDiagramTests
{
    private const int NoMatch = -1;
    private const int FirstResult = 100_000_001;

    private const string Parameters = """
        {
          "Region": {"type": "string", "builtIn": "AWS::Region"},
          "Endpoint": {"type": "string", "builtIn": "SDK::Endpoint"},
          "UseFIPS": {"type": "boolean", "required": true, "default": false, "builtIn": "AWS::UseFIPS"}
        }
        """;

    private const string Conditions = """
        [
          {"fn": "isSet", "argv": [{"ref": "Endpoint"}]},
          {"fn": "booleanEquals", "argv": [{"ref": "UseFIPS"}, true]},
          {"fn": "isSet", "argv": [{"ref": "Region"}]},
          {"fn": "aws.partition", "argv": [{"ref": "Region"}], "assign": "Partition_ssa_1"}
        ]
        """;

    private const string Results = """
        [
          {"type": "error", "error": "An endpoint has no FIPS variant."},
          {"type": "endpoint", "endpoint": {"url": {"ref": "Endpoint"}}},
          {"type": "endpoint", "endpoint": {"url": "https://users-fips.{Region}.{Partition_ssa_1#dnsSuffix}"}},
          {"type": "endpoint", "endpoint": {"url": "https://users.{Region}.{Partition_ssa_1#dnsSuffix}"}}
        ]
        """;

    /// <summary>The last node is referred to with its branches swapped.</summary>
    private static readonly string s_diagram = Diagram(
        root: 2,
        (-1, 1, -1),
        (0, 3, 4),
        (1, FirstResult, FirstResult + 1),
        (2, 5, NoMatch),
        (3, -6, NoMatch),
        (1, FirstResult + 3, FirstResult + 2)
    );

    [Theory]
    [InlineData("eu-central-1", null, false, "https://users.eu-central-1.amazonaws.com")]
    [InlineData("cn-north-1", null, true, "https://users-fips.cn-north-1.amazonaws.com.cn")]
    [InlineData(null, "https://own.example", false, "https://own.example")]
    [InlineData("eu-central-1", "https://own.example", true, "An endpoint has no FIPS variant.")]
    [InlineData(null, null, false, "No endpoint matches the region and settings of the client.")]
    public void A_path_through_the_diagram_leads_to_its_result(
        string? region,
        string? endpoint,
        bool useFips,
        string expected
    )
    {
        Generation generation = Generation.Run(ModelText.Model("model/users.json", Model(s_diagram), "Sample|Users||"));

        Assert.Empty(generation.Diagnostics);
        Assert.Empty(generation.CompilerDiagnostics);
        Func<EndpointContext, Endpoint> resolve = generation
            .Load()
            .GetType("Sample.UsersEndpointRules", throwOnError: true)!
            .GetMethod("Resolve")!
            .CreateDelegate<Func<EndpointContext, Endpoint>>();
        EndpointContext context = new()
        {
            Region = region,
            Endpoint = endpoint,
            UseFips = useFips,
        };
        Assert.Equal(
            expected,
            expected.StartsWith("https", StringComparison.Ordinal)
                ? resolve(context).ToString()
                : Assert.Throws<EndpointException>(() => resolve(context)).Message
        );
    }

    [Fact]
    public void The_rule_set_counts_where_a_model_has_both()
    {
        Generation generation = Generation.Run(
            ModelText.Model(
                "model/users.json",
                Model(
                    s_diagram,
                    """
                    "smithy.rules#endpointRuleSet": {"version": "1.0", "parameters": {}, "rules": [
                      {"type": "endpoint", "endpoint": {"url": "https://rules.example"}}
                    ]},
                    """
                ),
                "Sample|Users||"
            )
        );

        string rules = generation.Files["Sample.Users/EndpointRules.g.cs"];
        Assert.Contains("rules.example", rules, StringComparison.Ordinal);
        Assert.DoesNotContain("users-fips", rules, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("«\"no base64\"»", 2)]
    [InlineData("«\"AAAA\"»", 2)]
    public void Nodes_of_another_size_are_reported(string nodes, int count) =>
        Assert.Contains("12 bytes", ReadUnsound("SSOGEN040", Diagram(nodes, count, root: 2)));

    [Fact]
    public void References_lead_somewhere()
    {
        Assert.Contains("0, which is no node", ReadUnsound("SSOGEN040", Marked(root: 2, (-1, 1, -1), (0, 0, 1))));
        Assert.Contains("7, which is no node", ReadUnsound("SSOGEN040", Marked(root: 7, (-1, 1, -1))));
        Assert.Contains("condition 4", ReadUnsound("SSOGEN040", Marked(root: 2, (-1, 1, -1), (4, 1, 1))));
        Assert.Contains("result 9", ReadUnsound("SSOGEN040", Marked(root: FirstResult + 9, (-1, 1, -1))));
    }

    [Fact]
    public void A_diagram_that_leads_back_to_itself_is_refused() =>
        Assert.Contains("paths", ReadUnsound("SSOGEN041", Marked(root: 2, (-1, 1, -1), (0, 1, 2))));

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void A_path_has_100_conditions_at_most(int conditions, bool isRead)
    {
        List<(int, int, int)> nodes = [(-1, 1, -1)];
        for (int i = 0; i < conditions; i++)
        {
            nodes.Add((0, NoMatch, i == conditions - 1 ? NoMatch : nodes.Count + 2));
        }

        AssertRead(isRead, root: 2, nodes);
    }

    [Theory]
    [InlineData(1999, true)]
    [InlineData(2001, false)]
    public void A_diagram_has_2000_paths_at_most(int paths, bool isRead)
    {
        List<(int, int, int)> nodes = [(-1, 1, -1)];
        int root = Add(paths);

        AssertRead(isRead, root, nodes);

        // A node counts, and so does all that is below it on both sides.
        int Add(int count)
        {
            if (count == 1)
            {
                return NoMatch;
            }

            int high = 1;
            while ((2 * high) + 1 <= count - 2)
            {
                high = (2 * high) + 1;
            }

            bool isFull = count == (2 * high) + 1;
            int first = Add(high);
            int second = isFull ? first : Add(count - 1 - high);
            nodes.Add((0, first, second));
            return nodes.Count;
        }
    }

    private static void AssertRead(bool isRead, int root, List<(int, int, int)> nodes)
    {
        if (isRead)
        {
            Assert.Empty(Read(Diagram(root, [.. nodes])).Diagnostics);
        }
        else
        {
            Assert.Contains(
                "The decision diagram has more than 2000 paths, or one of more than 100 conditions",
                ReadUnsound("SSOGEN041", Marked(root, [.. nodes]))
            );
        }
    }

    [Fact]
    public void What_a_path_does_not_set_is_reported_where_it_is_used() =>
        Assert.Contains(
            "Partition_ssa_1",
            ReadUnsound(
                "SSOGEN043",
                Diagram(Nodes((-1, 1, -1), (2, FirstResult + 2, NoMatch)), 2, root: 2)
                    .Replace(
                        "\"https://users-fips.{Region}.{Partition_ssa_1#dnsSuffix}\"",
                        "«\"https://users-fips.{Region}.{Partition_ssa_1#dnsSuffix}\"»",
                        StringComparison.Ordinal
                    )
            )
        );

    private static string Model(string diagram, string traits = "") =>
        SmithyReading.Model(
            $$$"""
            "users#Users": {
              "type": "service", "version": "1", "operations": [{"target": "users#GetUser"}],
              "traits": {
                "aws.api#service": {"sdkId": "Users"},
                "aws.protocols#restJson1": {},
                {{{traits}}}
                "smithy.rules#endpointBdd": {{{diagram}}}
              }
            }
            """
        );

    private static string Diagram(int root, params (int, int, int)[] nodes) =>
        Diagram(Nodes(nodes), nodes.Length, root);

    private static string Marked(int root, params (int, int, int)[] nodes) =>
        Diagram($"«{Nodes(nodes)}»", nodes.Length, root);

    private static string Diagram(string nodes, int count, int root) =>
        $$"""
            {
              "version": "1.1", "parameters": {{Parameters}}, "conditions": {{Conditions}}, "results": {{Results}},
              "root": {{root}}, "nodeCount": {{count}}, "nodes": {{nodes}}
            }
            """;

    private static string Nodes(params (int Condition, int High, int Low)[] nodes)
    {
        byte[] bytes = new byte[nodes.Length * 3 * sizeof(int)];
        for (int i = 0; i < nodes.Length; i++)
        {
            Span<byte> node = bytes.AsSpan(i * 3 * sizeof(int));
            BinaryPrimitives.WriteInt32BigEndian(node, nodes[i].Condition);
            BinaryPrimitives.WriteInt32BigEndian(node[sizeof(int)..], nodes[i].High);
            BinaryPrimitives.WriteInt32BigEndian(node[(2 * sizeof(int))..], nodes[i].Low);
        }

        return $"\"{Convert.ToBase64String(bytes)}\"";
    }
}
