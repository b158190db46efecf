using System.Reflection;
using System.Text.Json;
using SsoOidcGen.Conformance.Protocols;
using SsoOidcGen.Runtime;

namespace SsoOidcGen.Conformance.Smithy;

/// <summary>Calls the operation of a case through the generated client.</summary>
internal static class SmithyClient
{
    private static readonly AwsEnvironment s_nowhere = new(Path.GetTempPath());

    /// <param name="definition">The case.</param>
    /// <param name="fill">Completes an input that has the members that the case gives.</param>
    /// <param name="handler">Responds.</param>
    public static async Task<object> CallAsync(SmithyCase definition, Action<object> fill, HttpMessageHandler handler)
    {
        using HttpClient http = new(handler);
        Type type = definition.Code.Value.GetType("Suite.SuiteClient", throwOnError: true)!;
        object client = Activator.CreateInstance(type, http, Options(type, definition))!;
        MethodInfo method = type.GetMethods()
            .Single(found =>
                GeneratedValues.Matches(found.Name, definition.Operation, "Async")
                && found.GetParameters() is [_, { ParameterType: var last }]
                && last == typeof(CancellationToken)
            );
        object input = Activator.CreateInstance(method.GetParameters()[0].ParameterType)!;
        fill(input);
        Task call = (Task)method.Invoke(client, [input, CancellationToken.None])!;
        await call;
        return call.GetType().GetProperty("Result")!.GetValue(call)!;
    }

    /// <summary>The settings of a case that chooses between endpoints, those of the operation over those of the client.</summary>
    private static Dictionary<string, string>? Configuration(SmithyCase definition)
    {
        if (!definition.Object("vendorParams").TryGetProperty("scopedConfig", out JsonElement scopes))
        {
            return null;
        }

        Dictionary<string, string> settings = [];
        foreach (JsonProperty scope in scopes.EnumerateObject())
        {
            foreach (JsonProperty setting in scope.Value.EnumerateObject().Concat(Nested(scope.Value)))
            {
                settings[setting.Name] = setting.Value.ToString();
            }
        }

        return settings;
    }

    private static IEnumerable<JsonProperty> Nested(JsonElement scope) =>
        scope
            .EnumerateObject()
            .Where(static setting => setting.Value.ValueKind == JsonValueKind.Object)
            .SelectMany(static service => service.Value.EnumerateObject());

    /// <summary>The client's own options where it has some.</summary>
    private static object Options(Type client, SmithyCase definition)
    {
        Type type = client
            .GetConstructors()
            .SelectMany(static constructor => constructor.GetParameters())
            .Select(static parameter => parameter.ParameterType)
            .First(static parameter => parameter.IsAssignableTo(typeof(ServiceClientOptions)));
        object options = Activator.CreateInstance(type)!;
        void Set(string property, object value) => type.GetProperty(property)!.SetValue(options, value);
        if (Configuration(definition) is { } configuration)
        {
            Set(nameof(ServiceClientOptions.Region), configuration["region"]);
            Set(nameof(ServiceClientOptions.UseDualStackEndpoint), configuration.ContainsKey("use_dualstack_endpoint"));
            Set("Accelerate", configuration.ContainsKey("use_accelerate_endpoint"));
            Set("ForcePathStyle", configuration.GetValueOrDefault("addressing_style") == "path");
        }
        else
        {
            Set(nameof(ServiceClientOptions.Region), "us-east-1");
            Set(
                nameof(ServiceClientOptions.Endpoint),
                new Uri("https://" + (definition.Text("host") ?? "example.com"))
            );
        }

        Set(nameof(ServiceClientOptions.Credentials), new AwsCredentials("AKIDEXAMPLE", "example"));
        Set(nameof(ServiceClientOptions.Environment), s_nowhere);
        Set(nameof(ServiceClientOptions.MaxAttempts), 1);
        Set(nameof(ServiceClientOptions.NewIdempotencyToken), static () => "00000000-0000-4000-8000-000000000000");
        return options;
    }
}
