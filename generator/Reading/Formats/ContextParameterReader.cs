using SsoOidcGen.Model;
using SsoOidcGen.Reading.JmesPath;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.Formats;

/// <summary>Where the parameters of endpoint rules come from (Smithy: rules engine parameter binding), in an owner's property.</summary>
internal static class ContextParameterReader
{
    public static IEnumerable<ClientContextParameter> ReadClient(JsonFields service, string property)
    {
        foreach ((JsonProperty parameter, JsonFields fields) in service.Entries(property))
        {
            string? type = fields.RequiredText("type");
            if (type is "boolean" or "string")
            {
                yield return new(parameter.Name, type == "boolean", fields.Text("documentation") ?? "");
            }
            else if (type is not null)
            {
                fields.Wrong("type", "boolean or string", $"'{type}'");
            }
        }
    }

    public static IEnumerable<StaticContextParameter> ReadStatic(JsonFields operation, string property)
    {
        foreach ((JsonProperty parameter, JsonFields fields) in operation.Entries(property))
        {
            if (ReadValue(fields) is { } value)
            {
                yield return new(parameter.Name, value);
            }
        }
    }

    public static IEnumerable<OperationContextParameter> ReadOperation(JsonFields operation, string property)
    {
        foreach ((JsonProperty parameter, JsonFields fields) in operation.Entries(property))
        {
            if (
                fields.Require<JsonString>("path", "a string") is { } path
                && JmesPathReader.Read(path, fields.Diagnostics) is { } expression
            )
            {
                yield return new(parameter.Name, expression);
            }
        }
    }

    private static StaticContextValue? ReadValue(JsonFields fields)
    {
        switch (fields.Json["value"])
        {
            case JsonString text:
                return new(text.Value, null, []);
            case JsonBoolean flag:
                return new(null, flag.Value, []);
            case JsonArray:
                return new(null, null, fields.Texts("value").Select(item => item.Value).ToEquatableArray());
            default:
                fields.Require<JsonString>("value", "a string, a boolean or an array of strings");
                return null;
        }
    }
}
