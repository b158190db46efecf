using System.Text.Json.Nodes;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Tests.Generating;

/// <summary>What a service has deprecated still travels; code that touches it compiles without a warning, wherever that is.</summary>
public sealed class DeprecatedMembersTests
{
    private const string Old = "\"shape\": \"Text\", \"deprecated\": true";

    /// <summary>Members of the input or the output of an operation of its own, which is in a file of its own.</summary>
    [Theory]
    [InlineData("/{Old}", $$"""{"Old": { {{Old}}, "location": "uri", "locationName": "Old" } }""")]
    [InlineData("/", $$"""{"Old": { {{Old}}, "location": "querystring", "locationName": "old" } }""")]
    [InlineData("/", $$"""{"Old": { {{Old}}, "location": "header", "locationName": "X-Old" } }""")]
    [InlineData("/", $$"""{"Old": { {{Old}}, "idempotencyToken": true } }""")]
    [InlineData("/", $$"""{"Old": { {{Old}} } }""")]
    [InlineData("/", """{"Old": { "shape": "Secret", "deprecated": true } }""")]
    [InlineData("/", """{"Old": { "shape": "Short", "deprecated": true } }""")]
    [InlineData("/", """{"Old": { "shape": "Texts", "deprecated": true } }""")]
    [InlineData("/", """{"Old": { "shape": "Thing", "deprecated": true } }""")]
    [InlineData(
        "/",
        """{"Old": { "shape": "Map", "deprecated": true, "location": "headers", "locationName": "X-" } }"""
    )]
    [InlineData("/", """{"Old": { "shape": "Map", "deprecated": true, "location": "querystring" } }""")]
    public void A_member_of_an_input(string uri, string members) => AssertCompiles(Operation(uri, members, "{}"));

    [Theory]
    [InlineData($$"""{"Old": { {{Old}}, "location": "header", "locationName": "X-Old" } }""")]
    [InlineData($$"""{"Old": { {{Old}} } }""")]
    [InlineData("""{"Old": { "shape": "Secret", "deprecated": true } }""")]
    [InlineData("""{"Old": { "shape": "Texts", "deprecated": true } }""")]
    [InlineData("""{"Old": { "shape": "Number", "deprecated": true, "location": "statusCode" } }""")]
    public void A_member_of_an_output(string members) => AssertCompiles(Operation("/", "{}", members));

    [Theory]
    [InlineData("""{"input_token": "Old", "output_token": "Next", "result_key": "Items"}""")]
    [InlineData("""{"input_token": "Token", "output_token": "OldNext", "result_key": "Items"}""")]
    [InlineData("""{"input_token": "Token", "output_token": "Next", "result_key": "OldItems"}""")]
    [InlineData(
        """{"input_token": "Token", "output_token": "Next", "more_results": "OldMore", "result_key": "Items"}"""
    )]
    public void A_part_of_a_page(string paginator) =>
        AssertCompiles(
            Pages,
            ModelText.Sibling("model/paginators-1.json", $$"""{"pagination": {"Get": {{paginator}} } }""")
        );

    [Fact]
    public void What_a_waiter_looks_at() =>
        AssertCompiles(
            Pages,
            ModelText.Sibling(
                "model/waiters-2.json",
                """
                {"version": 2, "waiters": {"Got": {"operation": "Get", "delay": 1, "maxAttempts": 2, "acceptors": [
                  {"state": "success", "matcher": "path", "argument": "OldMore", "expected": true}]}}}
                """
            )
        );

    private static string Pages =>
        Operation(
            "/",
            $$"""{"Old": { {{Old}} }, "Token": {"shape": "Text"} }""",
            $$"""
            {"Next": {"shape": "Text"}, "Items": {"shape": "Texts"}, "OldNext": { {{Old}} }, "OldItems": {"shape": "Texts", "deprecated": true},
              "OldMore": {"shape": "Flag", "deprecated": true} }
            """
        );

    private static void AssertCompiles(string model, params ModelText[] siblings)
    {
        Generation generation = Generation.Run([
            ModelText.Model("model/service-2.json", model, "Sample|||"),
            .. siblings,
        ]);

        Assert.Empty(generation.Diagnostics);
        Assert.Empty(generation.CompilerDiagnostics);
    }

    private static string Operation(string uri, string input, string output) =>
        $$$"""
            {
              "metadata": {"protocol": "rest-json", "serviceId": "Sample", "endpointPrefix": "sample"},
              "operations": {"Get": {"name": "Get", "http": {"method": "POST", "requestUri": "{{{uri}}}"},
                "input": {"shape": "In"}, "output": {"shape": "Out"} } },
              "shapes": {
                "Flag": {"type": "boolean"},
                "In": {"type": "structure", "members": {{{input}}} {{{Required(input, uri)}}} },
                "Map": {"type": "map", "key": {"shape": "Text"}, "value": {"shape": "Text"}},
                "Number": {"type": "integer"},
                "Out": {"type": "structure", "members": {{{output}}} },
                "Secret": {"type": "string", "sensitive": true},
                "Short": {"type": "string", "max": 5, "min": 1},
                "Text": {"type": "string"},
                "Texts": {"type": "list", "member": {"shape": "Text"}},
                "Thing": {"type": "structure", "required": ["Name"], "members": {"Name": {"shape": "Text"} } }
              }
            }
            """;

    /// <summary>What stands in a path has to be there.</summary>
    private static string Required(string input, string uri) =>
        JsonNode.Parse(input)!["Old"] is not null && uri.Length > 1 ? ", \"required\": [\"Old\"]" : "";
}
