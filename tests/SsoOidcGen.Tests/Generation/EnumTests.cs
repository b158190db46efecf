using System.Reflection;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Tests.Generating;

/// <summary>Strings with known values: text, constants, and nothing at all.</summary>
public sealed class EnumTests
{
    private const string Operations = """
        { "Put": {
            "http": { "method": "POST", "requestUri": "/" },
            "input": { "shape": "PutRequest" },
            "output": { "shape": "PutResponse" }
        } }
        """;

    private const string Shapes = """
        {
          "PutRequest": {
            "type": "structure",
            "required": ["kind"],
            "members": {
              "kind": { "shape": "Kind" },
              "other": { "shape": "Kind" },
              "filter": { "shape": "Kind", "location": "querystring", "locationName": "filter" },
              "kinds": { "shape": "Kinds" },
              "sparse": { "shape": "SparseKinds" },
              "byName": { "shape": "KindMap" },
              "secret": { "shape": "Secret" },
              "secrets": { "shape": "Secrets" },
              "document": { "shape": "Document" },
              "documents": { "shape": "Documents" },
              "lists": { "shape": "Lists" },
              "choice": { "shape": "Choice" }
            }
          },
          "PutResponse": {
            "type": "structure",
            "members": { "applied": { "shape": "Kind", "location": "header", "locationName": "x-applied" } }
          },
          "Choice": { "type": "structure", "union": true, "members": { "many": { "shape": "Kinds" } } },
          "Document": { "type": "structure", "document": true, "members": {} },
          "Documents": { "type": "list", "member": { "shape": "Document" } },
          "Kind": { "type": "string", "enum": ["NOW", "at-once"] },
          "KindMap": { "type": "map", "key": { "shape": "Text" }, "value": { "shape": "Kind" } },
          "Kinds": { "type": "list", "member": { "shape": "Kind" } },
          "Lists": { "type": "list", "member": { "shape": "KindMap" } },
          "Secret": { "type": "string", "enum": ["hunter2"], "sensitive": true },
          "Secrets": { "type": "list", "member": { "shape": "Secret" } },
          "SparseKinds": { "type": "list", "member": { "shape": "Kind" }, "sparse": true },
          "Text": { "type": "string" }
        }
        """;

    private const string Probe = """
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Text.Json;
        using System.Threading.Tasks;
        using Sample;
        using SsoOidcGen.Runtime;

        [Obsolete(Kind.Now)]
        public static class Probe
        {
            private static readonly ServiceClientOptions s_options = new()
            {
                Region = "eu-central-1",
                Endpoint = new("https://example.com"),
                Credentials = new AwsCredentials("AKIDEXAMPLE", "secret"),
                Environment = new AwsEnvironment("/nowhere"),
            };

            public static string Switched(string text)
            {
                Kind kind = text;
                return kind.Value switch { Kind.Now => "now", Kind.AtOnce => "at once", _ => "new: " + kind };
            }

            public static bool AreEqual() => (Kind)"NOW" == Kind.Now && new PutRequest { Kind = "x" }.Kind != Kind.Now;

            public static string Default() => default(Kind).ToString();

            public static PutRequest Request() =>
                new()
                {
                    Kind = "NOW",
                    Other = default(Kind),
                    Filter = default(Kind),
                    Kinds = [Kind.AtOnce, "new"],
                    Sparse = [null, default(Kind), "x"],
                    ByName = new Dictionary<string, Kind> { ["a"] = "b" },
                    Secret = Secret.Hunter2,
                    Secrets = ["hunter2"],
                    Lists = [new Dictionary<string, Kind> { ["c"] = "d" }],
                    Choice = new Choice.Many([Kind.Now]),
                };

            public static async Task<string> Send(HttpClient http)
            {
                using SampleClient client = new(http, s_options);
                await client.PutAsync(Request());
                return Request().ToString();
            }

            public static async Task<Kind?> Applied(HttpClient http)
            {
                using SampleClient client = new(http, s_options);
                return (await client.PutAsync(Request())).Applied;
            }

            public static IReadOnlyList<string> Errors()
            {
                try
                {
                    using SampleClient client = new(s_options);
                    client.PutAsync(
                        new PutRequest
                        {
                            Kind = default,
                            Kinds = ["NOW", default],
                            ByName = new Dictionary<string, Kind> { ["a"] = default },
                            Document = default(JsonElement),
                            Documents = [JsonSerializer.SerializeToElement(1), default],
                        }
                    ).GetAwaiter().GetResult();
                    return [];
                }
                catch (RequestValidationException e)
                {
                    return e.Errors;
                }
            }
        }
        """;

    private static readonly Lazy<Type> s_probe = new(static () =>
    {
        Generation generation = SampleService.Generate(Operations, Shapes);
        Assert.Empty(generation.Diagnostics);
        Assert.Empty(generation.CompilerDiagnostics);
        return generation.LoadWith(Probe).GetType("Probe")!;
    });

    [Theory]
    [InlineData("NOW", "now")]
    [InlineData("at-once", "at once")]
    [InlineData("later", "new: later")]
    public void A_text_is_a_value_and_known_values_are_constants(string text, string expected) =>
        Assert.Equal(expected, Call("Switched", text));

    [Fact]
    public void Values_with_the_same_text_are_equal() => Assert.Equal(true, Call("AreEqual"));

    [Fact]
    public void The_default_is_no_text() => Assert.Equal("", Call("Default"));

    [Fact]
    public async Task The_default_is_absent_from_the_request_and_the_record_prints_its_collections_but_no_secret()
    {
        using StubHandler handler = new("{}");
        using HttpClient http = new(handler);

        string printed = await (Task<string>)Call("Send", http)!;

        Assert.Equal(
            """{"kind":"NOW","kinds":["at-once","new"],"sparse":[null,null,"x"],"byName":{"a":"b"},"secret":"hunter2","secrets":["hunter2"],"lists":[{"c":"d"}],"choice":{"many":["NOW"]}}""",
            handler.Body
        );
        Assert.Equal(
            "PutRequest { Kind = NOW, Other = , Filter = , Kinds = [at-once, new], Sparse = [null, , x], ByName = [a = b], Secret = ***, Secrets = ***, Document = , Documents = , Lists = [[c = d]], Choice = Many { Value = [NOW] } }",
            printed
        );
    }

    [Fact]
    public async Task A_header_that_a_response_does_not_have_is_null()
    {
        using StubHandler handler = new("{}");
        using HttpClient http = new(handler);

        Task call = (Task)Call("Applied", http)!;
        await call;

        Assert.Null(call.GetType().GetProperty("Result")!.GetValue(call));
    }

    [Fact]
    public void The_default_is_an_error_where_a_value_has_to_be_and_a_document_without_JSON_everywhere() =>
        Assert.Equal(
            [
                "Kind is required",
                "Kinds[1] is required",
                "ByName[\"a\"] is required",
                "Document is default(JsonElement), which is no JSON value",
                "Documents[1] is default(JsonElement), which is no JSON value",
            ],
            (IEnumerable<string>)Call("Errors")!
        );

    [Theory]
    [InlineData(100, "PutResponse", true)]
    [InlineData(101, "PutResponse", false)]
    [InlineData(101, "PutRequest", true)]
    public void A_long_list_of_values_that_nobody_sends_is_left_out(int count, string holder, bool isListed)
    {
        string values = string.Join(", ", Enumerable.Range(1, count).Select(static number => $"\"v{number}\""));
        Generation generation = SampleService.Generate(
            Operations,
            $$"""
            {
              "PutRequest": {"type": "structure", "members": { {{MemberOf("PutRequest")}} } },
              "PutResponse": {"type": "structure", "members": { {{MemberOf("PutResponse")}} } },
              "Size": {"type": "string", "enum": [{{values}}]}
            }
            """
        );

        Assert.Empty(generation.CompilerDiagnostics);
        string code = generation.Files["Sample.SampleClient/Operations/Put.g.cs"];
        Assert.Equal(isListed, code.Contains("public const string V100 =", StringComparison.Ordinal));
        Assert.Equal(isListed, !code.Contains($"Its {count} known values are not listed", StringComparison.Ordinal));

        string MemberOf(string shape) => shape == holder ? """ "size": {"shape": "Size"} """ : "";
    }

    private static object? Call(string method, params object[] arguments) =>
        s_probe.Value.GetMethod(method, BindingFlags.Public | BindingFlags.Static)!.Invoke(null, arguments);
}
