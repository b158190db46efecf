using System.Reflection;
using System.Text.Json.Nodes;
using SsoOidcGen.Runtime;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Tests.Generating;

/// <summary>Collections in collections in collections: each level of emitted code has locals of its own.</summary>
public sealed class NestedCollectionsTests
{
    private const string Operations = """
        {"Echo": {"authtype": "none", "http": {"method": "POST", "requestUri": "/"}, "input": {"shape": "Thing"}, "output": {"shape": "Thing"}}}
        """;

    private const string Shapes = """
        {
          "Text": {"type": "string", "min": 1, "sensitive": true},
          "Number": {"type": "integer"},
          "Inner": {"type": "structure", "required": ["text"], "members": {"text": {"shape": "Text"}}},
          "Texts": {"type": "list", "member": {"shape": "Text"}},
          "Texts2": {"type": "list", "member": {"shape": "Texts"}},
          "Texts3": {"type": "list", "member": {"shape": "Texts2"}},
          "Inners": {"type": "list", "member": {"shape": "Inner"}},
          "Inners2": {"type": "list", "member": {"shape": "Inners"}},
          "Inners3": {"type": "list", "member": {"shape": "Inners2"}},
          "Map": {"type": "map", "key": {"shape": "Text"}, "value": {"shape": "Text"}},
          "Map2": {"type": "map", "key": {"shape": "Text"}, "value": {"shape": "Map"}},
          "Map3": {"type": "map", "key": {"shape": "Text"}, "value": {"shape": "Map2"}},
          "Sparse": {"type": "list", "member": {"shape": "Number"}, "sparse": true},
          "Sparse2": {"type": "list", "member": {"shape": "Sparse"}, "sparse": true},
          "Sparse3": {"type": "list", "member": {"shape": "Sparse2"}, "sparse": true},
          "SparseMap": {"type": "map", "key": {"shape": "Text"}, "value": {"shape": "Inner"}, "sparse": true},
          "SparseMap2": {"type": "map", "key": {"shape": "Text"}, "value": {"shape": "SparseMap"}, "sparse": true},
          "SparseMap3": {"type": "map", "key": {"shape": "Text"}, "value": {"shape": "SparseMap2"}, "sparse": true},
          "Mixed": {"type": "list", "member": {"shape": "SparseMap3"}},
          "Thing": {"type": "structure", "members": {
            "item": {"shape": "Texts3"}, "item2": {"shape": "Inners3"}, "key": {"shape": "Map3"},
            "sparse": {"shape": "Sparse3"}, "sparseMap": {"shape": "SparseMap3"}, "mixed": {"shape": "Mixed"}
          }}
        }
        """;

    [Fact]
    public async Task They_compile_and_are_written_as_they_were_read()
    {
        const string Body = """
            {
              "item": [[["a", "b"], []], [["c"]]],
              "item2": [[[{"text": "d"}]], []],
              "key": {"x": {"y": {"z": "e"}}, "w": {}},
              "sparse": [[[1, null], null], null],
              "sparseMap": {"x": {"y": {"z": {"text": "f"}, "n": null}, "n": null}, "n": null},
              "mixed": [{"x": {"y": {"n": null}}}]
            }
            """;
        Generation generation = SampleService.Generate(Operations, Shapes);
        Assert.Empty(generation.Diagnostics);
        Assert.Equal("", string.Join('\n', generation.CompilerDiagnostics));
        Assembly code = generation.Load();
        using EchoHandler handler = new(Body);
        using HttpClient http = new(handler);
        ServiceClientOptions options = new()
        {
            Endpoint = new Uri("https://example.com"),
            Environment = new AwsEnvironment(Path.GetTempPath()),
        };
        object client = Activator.CreateInstance(code.GetType("Sample.SampleClient")!, http, options)!;
        MethodInfo echo = client.GetType().GetMethod("EchoAsync")!;
        object empty = Activator.CreateInstance(echo.GetParameters()[0].ParameterType)!;

        dynamic first = echo.Invoke(client, [empty, CancellationToken.None])!;
        object thing = await first;
        await (Task)echo.Invoke(client, [thing, CancellationToken.None])!;

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Body), JsonNode.Parse(handler.Body)), handler.Body);
    }

    private sealed class EchoHandler(string response) : HttpMessageHandler
    {
        public string Body { get; private set; } = "";

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            Body = await request.Content!.ReadAsStringAsync(cancellationToken);
            return new HttpResponseMessage { Content = new StringContent(response) };
        }
    }
}
