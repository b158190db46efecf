using System.Text.Json.Nodes;
using SsoOidcGen.Runtime;
using SsoOidcGen.Runtime.CompilerServices;
using JsonValue = System.Text.Json.Nodes.JsonValue;

namespace SsoOidcGen.Conformance.Endpoints;

/// <summary>What rules result in, as one comparable text: JSON with sorted names and without flags that are false.</summary>
internal static class EndpointOutcome
{
    public static string Expected(JsonNode expect) =>
        expect["error"] is { } error
            ? Error(error.GetValue<string>())
            : Sorted(
                new JsonObject
                {
                    ["url"] = expect["endpoint"]!["url"]!.GetValue<string>(),
                    ["headers"] = expect["endpoint"]!["headers"]?.DeepClone() ?? new JsonObject(),
                    ["properties"] = expect["endpoint"]!["properties"]?.DeepClone() ?? new JsonObject(),
                }
            );

    public static string Of(EndpointException error) => Error(error.Message);

    public static string Of(Endpoint endpoint)
    {
        JsonObject properties =
        [
            .. endpoint.Properties.Select(entry => KeyValuePair.Create(entry.Key, Value(entry.Value))),
        ];
        if (endpoint.AuthSchemes.Count > 0)
        {
            properties["authSchemes"] = new JsonArray([.. endpoint.AuthSchemes.Select(Scheme)]);
        }

        return Sorted(
            new JsonObject
            {
                ["url"] = endpoint.Url.OriginalString,
                ["headers"] = new JsonObject(
                    endpoint.Headers.Select(header => KeyValuePair.Create(header.Key, Value(header.Value)))
                ),
                ["properties"] = properties,
            }
        );
    }

    private static string Error(string message) => $"error: {message}";

    private static JsonNode Scheme(EndpointAuthScheme scheme)
    {
        JsonObject json = new() { ["name"] = scheme.Name };
        Add("signingName", scheme.SigningName);
        Add("signingRegion", scheme.SigningRegion);
        Add("signingRegionSet", scheme.SigningRegionSet.Count > 0 ? scheme.SigningRegionSet : null);
        Add("disableDoubleEncoding", scheme.DisableDoubleEncoding);
        Add("disableNormalizePath", scheme.DisableNormalizePath);
        return json;

        void Add(string name, object? value)
        {
            if (value is not null)
            {
                json[name] = Value(value);
            }
        }
    }

    private static JsonNode? Value(object value) =>
        value switch
        {
            string text => text,
            bool flag => flag,
            double number => number,
            IReadOnlyDictionary<string, object> members => new JsonObject(
                members.Select(member => KeyValuePair.Create(member.Key, Value(member.Value)))
            ),
            IEnumerable<object> items => new JsonArray([.. items.Select(Value)]),
            _ => throw new ArgumentException($"{value.GetType()} is no type of endpoint properties.", nameof(value)),
        };

    private static string Sorted(JsonNode node) =>
        node switch
        {
            JsonObject members =>
                $"{{{string.Join(", ", members.Where(IsSaid).OrderBy(member => member.Key, StringComparer.Ordinal)
                    .Select(member => $"\"{member.Key}\": {Sorted(member.Value!)}"))}}}",
            JsonArray items => $"[{string.Join(", ", items.Select(item => Sorted(item!)))}]",
            _ => node.ToJsonString(),
        };

    private static bool IsSaid(KeyValuePair<string, JsonNode?> member) =>
        !(member.Value is JsonValue value && value.TryGetValue(out bool flag) && !flag);
}
