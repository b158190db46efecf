using System.Text.Json.Nodes;
using CsCheck;
using SsoOidcGen.Testing;
using SsoOidcGen.Tests.Reading;

namespace SsoOidcGen.Tests.EndpointRules;

/// <summary>Rules whose values were exchanged: what the reader lets pass compiles without a warning.</summary>
public sealed class EndpointRulesFuzzTests
{
    private static readonly string Original = File.ReadAllText(
        Path.Combine(Repository.Root, "tests/SsoOidcGen.Tests/EndpointRules/everything.json")
    );

    private static readonly string[] Values =
    [
        .. Arguments(JsonNode.Parse(Original)!).Select(static node => node.ToJsonString()).Distinct(),
        "true",
        "false",
        "0",
        "\"x\"",
        "\"{Region}\"",
        """{"ref": "IsControlPlane"}""",
        """{"fn": "isSet", "argv": [{"ref": "Bucket"}]}""",
        """{"fn": "coalesce", "argv": [{"ref": "IsControlPlane"}, {"ref": "UseFIPS"}]}""",
        """{"fn": "coalesce", "argv": [{"ref": "IsControlPlane"}, {"ref": "IsControlPlane"}]}""",
        """{"fn": "ite", "argv": [{"ref": "UseFIPS"}, {"ref": "Endpoint"}, "x"]}""",
        """{"fn": "ite", "argv": [true, false, {"ref": "UseFIPS"}]}""",
    ];

    [Fact]
    public void What_is_left_of_mutated_rules_compiles() =>
        Gen.Select(Gen.Int[0, 1000], Gen.Int[0, 1000])
            .Array[1, 6]
            .Sample(Compile, iter: Math.Max(Check.Iter / 50, 30), threads: 1);

    private static void Compile((int Place, int Value)[] mutations)
    {
        JsonNode rules = JsonNode.Parse(Original)!;
        foreach ((int place, int value) in mutations)
        {
            JsonNode[] arguments = [.. Arguments(rules)];
            arguments[place % arguments.Length].ReplaceWith(JsonNode.Parse(Values[value % Values.Length]));
        }

        Generation generation = Generation.Run(
            ModelText.Model("model/service-2.json", ModelReading.Model(), "Sample|UsersClient||"),
            ModelText.Sibling("model/endpoint-rule-set-1.json", rules.ToJsonString())
        );

        Assert.Empty(generation.CompilerDiagnostics);
    }

    private static IEnumerable<JsonNode> Arguments(JsonNode node) =>
        node switch
        {
            JsonObject members => members
                .Where(static member => member.Value is not null)
                .SelectMany(static member =>
                    member.Key == "argv"
                        ? member.Value!.AsArray().SelectMany(static item => Arguments(item!).Prepend(item!))
                        : Arguments(member.Value!)
                ),
            JsonArray items => items.SelectMany(static item => Arguments(item!)),
            _ => [],
        };
}
