using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Model.EndpointRules;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.EndpointRules;

internal sealed class EndpointParameterReader(EndpointJson json)
{
    public EquatableArray<EndpointParameter> ReadAll(JsonObject declared) =>
        declared.Properties.Select(Read).OfType<EndpointParameter>().ToEquatableArray();

    private EndpointParameter? Read(JsonProperty property)
    {
        if (!EndpointNames.IsIdentifier(property.Name))
        {
            json.Malformed(property.Value, $"'{property.Name}' cannot name a parameter; use letters, digits and '_'");
            return null;
        }

        if (
            json.As<JsonObject>(property.Value, $"Parameter '{property.Name}'") is not { } declaration
            || json.Required<JsonString>(declaration, "type") is not { } type
            || ReadKind(type) is not { } kind
        )
        {
            return null;
        }

        return new EndpointParameter
        {
            Name = property.Name,
            Kind = kind,
            Required = json.Optional<JsonBoolean>(declaration, "required") is { Value: true },
            BuiltIn = ReadBuiltIn(property.Name, kind, declaration),
            Default = declaration["default"] is { } value ? ReadDefault(value, kind) : null,
            Documentation = json.Optional<JsonString>(declaration, "documentation")?.Value ?? "",
        };
    }

    private EndpointKind? ReadKind(JsonString type)
    {
        switch (type.Value.ToLowerInvariant())
        {
            case "string":
                return EndpointKind.Text;
            case "boolean":
                return EndpointKind.Flag;
            case "stringarray":
                return EndpointKind.TextList;
            default:
                json.Malformed(
                    type,
                    $"A parameter cannot be of type '{type.Value}'; use string, boolean or stringArray"
                );
                return null;
        }
    }

    private string? ReadBuiltIn(string parameter, EndpointKind kind, JsonObject declaration)
    {
        if (json.Optional<JsonString>(declaration, "builtIn") is not { } builtIn)
        {
            return null;
        }

        if (EndpointBuiltIns.KindOf(builtIn.Value) == kind)
        {
            return builtIn.Value;
        }

        json.Diagnostics.Add(EndpointDiagnostics.UnboundBuiltIn, builtIn.Span, builtIn.Value, parameter);
        return null;
    }

    private EndpointLiteral? ReadDefault(JsonValue value, EndpointKind kind)
    {
        switch (kind, value)
        {
            case (EndpointKind.Text, JsonString text):
                return new EndpointLiteral(text.Value, null, []);
            case (EndpointKind.Flag, JsonBoolean flag):
                return new EndpointLiteral(null, flag.Value, []);
            case (EndpointKind.TextList, JsonArray list) when list.Items.All(static item => item is JsonString):
                return new EndpointLiteral(
                    null,
                    null,
                    list.Items.Select(static item => ((JsonString)item).Value).ToEquatableArray()
                );
            default:
                json.Malformed(value, $"'default' must be of the parameter's type, {EndpointNames.Of(kind)}");
                return null;
        }
    }
}
