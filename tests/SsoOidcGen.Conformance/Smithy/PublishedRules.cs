using System.Text.Json.Nodes;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Conformance.Smithy;

/// <summary>Cases that choose between endpoints are in models without rules: those of the service's published model do.</summary>
internal static class PublishedRules
{
    private static readonly string[] s_traits = ["smithy.rules#endpointRuleSet", "smithy.rules#clientContextParams"];

    public static string AddTo(string text)
    {
        JsonObject model = JsonNode.Parse(text)!.AsObject();
        JsonObject service = ServiceOf(model);
        string path = Path.Combine(Repository.Data, "smithy-models", $"{SdkId(service)?.ToLowerInvariant()}.json");
        if (!text.Contains("scopedConfig", StringComparison.Ordinal) || !File.Exists(path))
        {
            return text;
        }

        JsonObject published = ServiceOf(JsonNode.Parse(File.ReadAllText(path))!.AsObject());
        foreach (string trait in s_traits)
        {
            service["traits"]![trait] = published["traits"]![trait]!.DeepClone();
        }

        string[] parameters =
        [
            .. published["traits"]!["smithy.rules#endpointRuleSet"]!["parameters"]!
                .AsObject()
                .Select(static parameter => parameter.Key),
        ];
        foreach (JsonObject shape in model["shapes"]!.AsObject().Select(static shape => shape.Value!.AsObject()))
        {
            foreach ((string name, JsonNode? member) in shape["members"]?.AsObject() ?? [])
            {
                if (parameters.Contains(name))
                {
                    member!["traits"] ??= new JsonObject();
                    member["traits"]!["smithy.rules#contextParam"] = new JsonObject { ["name"] = name };
                }
            }
        }

        return model.ToJsonString();
    }

    private static string? SdkId(JsonObject service) => (string?)service["traits"]?["aws.api#service"]?["sdkId"];

    private static JsonObject ServiceOf(JsonObject model) =>
        model["shapes"]!
            .AsObject()
            .Select(static shape => shape.Value!.AsObject())
            .First(static shape => (string)shape["type"]! == "service");
}
