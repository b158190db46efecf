using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Model.EndpointRules;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.EndpointRules;

/// <summary>Reads what an endpoint rule results in: URL, headers, signing schemes and other properties.</summary>
internal sealed class EndpointResultReader(DiagnosticBag diagnostics)
{
    private readonly EndpointExpressionReader _expressions = new(diagnostics);
    private readonly EndpointTemplateReader _templates = new(diagnostics);
    private readonly EndpointSigningReader _signing = new(diagnostics);

    public EndpointResult? Read(JsonFields endpoint, EndpointScope scope)
    {
        if (
            endpoint.Require<JsonValue>("url", "a string") is not { } place
            || _expressions.ReadText(place, scope, "a URL") is not { } url
        )
        {
            return null;
        }

        EquatableArray<EndpointHeader> headers = ReadHeaders(endpoint, scope);
        if (endpoint.Object("properties") is not { } properties)
        {
            return new EndpointResult(url, headers, AuthSchemes: [], Properties: []);
        }

        return new EndpointResult(
            url,
            headers,
            _signing.ReadAll(properties, scope),
            ReadProperties(properties.Json.Properties.Where(IsOther), scope)
        );
    }

    private static bool IsOther(JsonProperty property) => property.Name != EndpointSigningReader.Property;

    private EquatableArray<EndpointHeader> ReadHeaders(JsonFields endpoint, EndpointScope scope) =>
        endpoint.Object("headers") is { } headers
            ? headers
                .Json.Properties.Select(header => new EndpointHeader(
                    header.Name,
                    headers
                        .Items<JsonValue>(header.Name, "a string")
                        .Select(value => _expressions.ReadText(value, scope, "a header"))
                        .OfType<EndpointExpression>()
                        .ToEquatableArray()
                ))
                .ToEquatableArray()
            : [];

    private EquatableArray<EndpointProperty> ReadProperties(
        IEnumerable<JsonProperty> properties,
        EndpointScope scope
    ) =>
        properties
            .Select(property =>
                ReadProperty(property.Value, scope) is { } value ? new EndpointProperty(property.Name, value) : null
            )
            .OfType<EndpointProperty>()
            .ToEquatableArray();

    private EndpointPropertyValue? ReadProperty(JsonValue value, EndpointScope scope)
    {
        switch (value)
        {
            case JsonString text:
                return _templates.Read(text, scope) is { } template ? new PropertyText(template) : null;
            case JsonBoolean flag:
                return new PropertyFlag(flag.Value);
            case JsonNumber number:
                return new PropertyNumber(number.Literal);
            case JsonArray array:
                return new PropertyArray(
                    array
                        .Items.Select(item => ReadProperty(item, scope))
                        .OfType<EndpointPropertyValue>()
                        .ToEquatableArray()
                );
            case JsonObject members:
                return new PropertyObject(ReadProperties(members.Properties, scope));
            default:
                diagnostics.Add(
                    EndpointDiagnostics.Malformed,
                    value.StartSpan,
                    "A property of an endpoint cannot be null; leave it out"
                );
                return null;
        }
    }
}
