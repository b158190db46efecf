using System.Reflection;
using System.Text.Json;
using SsoOidcGen.Runtime;

namespace SsoOidcGen.Conformance.Protocols;

/// <summary>Calls the operation of a case through the generated client.</summary>
internal static class GeneratedClient
{
    private static readonly AwsEnvironment Nowhere = new(Path.GetTempPath());

    public static async Task<object?> CallAsync(ProtocolCase definition, HttpMessageHandler handler)
    {
        ServiceClientOptions options = new()
        {
            Region = "us-east-1",
            Endpoint = new Uri(
                definition.Suite.TryGetProperty("clientEndpoint", out JsonElement endpoint)
                    ? endpoint.GetString()!
                    : "https://example.com"
            ),
            Credentials = new AwsCredentials("AKIDEXAMPLE", "example"),
            Environment = Nowhere,
            MaxAttempts = 1,
            NewIdempotencyToken = static () => "00000000-0000-4000-8000-000000000000",
        };
        using HttpClient http = new(handler);
        object client = Activator.CreateInstance(
            definition.Code.Value.GetType("Suite.SuiteClient", throwOnError: true)!,
            http,
            options
        )!;
        MethodInfo method = client.GetType().GetMethod(definition.Operation + "Async")!;
        JsonElement parameters = definition.Definition.TryGetProperty("params", out JsonElement given)
            ? given
            : JsonDocument.Parse("{}").RootElement;
        object input = GeneratedValues.Create(method.GetParameters()[0].ParameterType, parameters);
        Task call = (Task)method.Invoke(client, [input, CancellationToken.None])!;
        await call;
        return call.GetType().GetProperty("Result")!.GetValue(call);
    }
}
