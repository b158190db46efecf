using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Model.EndpointRules;
using SsoOidcGen.Reading.Formats;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.EndpointRules;

internal static class EndpointParameterReader
{
    public static EquatableArray<EndpointParameter> ReadAll(JsonFields ruleSet) =>
        ruleSet
            .Entries("parameters")
            .Select(static entry => Read(entry.Property, entry.Fields))
            .OfType<EndpointParameter>()
            .ToEquatableArray();

    private static EndpointParameter? Read(JsonProperty property, JsonFields declaration)
    {
        if (
            !Identifier.Check(property, declaration.Diagnostics)
            || declaration.RequiredText("type") is not { } type
            || ReadKind(type, declaration) is not { } kind
        )
        {
            return null;
        }

        return new EndpointParameter
        {
            Name = property.Name,
            Kind = kind,
            Required = declaration.Flag("required"),
            BuiltIn = ReadBuiltIn(property.Name, kind, declaration),
            Default = declaration.Json["default"] is { } value ? ReadDefault(value, kind, declaration) : null,
            Documentation = declaration.Text("documentation") ?? "",
        };
    }

    private static EndpointKind? ReadKind(string type, JsonFields declaration)
    {
        switch (type.ToLowerInvariant())
        {
            case "string":
                return EndpointKind.Text;
            case "boolean":
                return EndpointKind.Flag;
            case "stringarray":
                return EndpointKind.TextList;
            default:
                declaration.Wrong("type", "string, boolean or stringArray", type);
                return null;
        }
    }

    private static string? ReadBuiltIn(string parameter, EndpointKind kind, JsonFields declaration)
    {
        if (declaration.Get<JsonString>("builtIn", "a string") is not { } builtIn)
        {
            return null;
        }

        if (EndpointBuiltIns.KindOf(builtIn.Value) == kind)
        {
            return builtIn.Value;
        }

        declaration.Diagnostics.Add(EndpointDiagnostics.UnboundBuiltIn, builtIn.Span, builtIn.Value, parameter);
        return null;
    }

    private static EndpointLiteral? ReadDefault(JsonValue value, EndpointKind kind, JsonFields declaration)
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
                declaration.Wrong("default", EndpointNames.Of(kind), value.Kind);
                return null;
        }
    }
}
