using SsoOidcGen.Model;
using SsoOidcGen.Reading.JmesPath;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.Botocore;

/// <summary>Where the parameters of endpoint rules come from (Smithy: rules engine parameter binding).</summary>
internal static class ContextParameterReader
{
    public static IEnumerable<ClientContextParameter> ReadClient(JsonFields service)
    {
        foreach ((JsonProperty property, JsonFields fields) in service.Entries("clientContextParams"))
        {
            string? type = fields.RequiredText("type");
            if (type is "boolean" or "string")
            {
                yield return new(property.Name, type == "boolean", fields.Text("documentation") ?? "");
            }
            else if (type is not null)
            {
                fields.Wrong("type", "boolean or string", $"'{type}'");
            }
        }
    }

    public static IEnumerable<StaticContextParameter> ReadStatic(JsonFields operation)
    {
        foreach ((JsonProperty property, JsonFields fields) in operation.Entries("staticContextParams"))
        {
            if (ReadValue(fields) is { } value)
            {
                yield return new(property.Name, value);
            }
        }
    }

    public static IEnumerable<OperationContextParameter> ReadOperation(JsonFields operation)
    {
        foreach ((JsonProperty property, JsonFields fields) in operation.Entries("operationContextParams"))
        {
            if (
                fields.Require<JsonString>("path", "a string") is { } path
                && JmesPathReader.Read(path, fields.Diagnostics) is { } expression
            )
            {
                yield return new(property.Name, expression);
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
