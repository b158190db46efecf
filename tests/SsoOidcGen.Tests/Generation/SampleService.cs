using System.Reflection;
using System.Text.Json.Nodes;
using SsoOidcGen.Runtime;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Tests.Generating;

/// <summary>A client generated from operations and shapes that a test writes down.</summary>
internal static class SampleService
{
    public static Generation Generate(string operations, string shapes) =>
        Generate(JsonNode.Parse(operations)!, JsonNode.Parse(shapes)!);

    public static Generation Generate(
        JsonNode operations,
        JsonNode shapes,
        string protocol = "rest-json",
        string serviceId = "Sample",
        string? endpointRules = null
    ) =>
        Generation.Run([
            ModelText.Model(
                "model/service-2.json",
                new JsonObject
                {
                    ["metadata"] = new JsonObject
                    {
                        ["protocol"] = protocol,
                        ["serviceId"] = serviceId,
                        ["endpointPrefix"] = "sample",
                    },
                    ["operations"] = operations,
                    ["shapes"] = shapes,
                }.ToJsonString(),
                "Sample|SampleClient||"
            ),
            .. endpointRules is null
                ? []
                : new[] { ModelText.Sibling("model/endpoint-rule-set-1.json", endpointRules) },
        ]);

    /// <summary>The task of a call with an empty request, which gets a response of the test's.</summary>
    public static async Task<object> CallAsync(Assembly code, string operation, HttpResponseMessage response)
    {
        using StubHandler handler = new((_, _) => response);
        using HttpClient http = new(handler);
        ServiceClientOptions options = new()
        {
            Endpoint = new Uri("https://example.com"),
            Environment = new AwsEnvironment(Path.GetTempPath()),
        };
        object client = Activator.CreateInstance(code.GetType("Sample.SampleClient")!, http, options)!;
        object request = Activator.CreateInstance(code.GetType($"Sample.{operation}Request")!)!;
        Task call = (Task)
            client.GetType().GetMethod(operation + "Async")!.Invoke(client, [request, CancellationToken.None])!;
        await call;
        return call.GetType().GetProperty("Result")!.GetValue(call)!;
    }
}
