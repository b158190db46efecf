using SsoOidcGen.Model;
using SsoOidcGen.Model.EndpointRules;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.EndpointRules;

/// <summary>Reads what an endpoint rule results in: URL, headers, signing schemes and other properties.</summary>
internal sealed class EndpointResultReader(EndpointJson json)
{
    private const string AuthSchemes = "authSchemes";

    private readonly EndpointExpressionReader _expressions = new(json);
    private readonly EndpointTemplateReader _templates = new(json);
    private readonly EndpointSigningReader _signing = new(json);

    public EndpointResult? Read(JsonObject endpoint, EndpointScope scope)
    {
        if (endpoint["url"] is null)
        {
            json.Malformed(endpoint, "'url' is missing");
            return null;
        }

        EndpointExpression? url = _expressions.ReadText(endpoint["url"]!, scope, "a URL");
        IEnumerable<JsonProperty> properties = json.Optional<JsonObject>(endpoint, "properties")?.Properties ?? [];
        return url is null
            ? null
            : new EndpointResult(
                url,
                ReadHeaders(endpoint, scope),
                properties
                    .Where(static property => property.Name == AuthSchemes)
                    .SelectMany(property => _signing.ReadAll(property.Value, scope))
                    .ToEquatableArray(),
                ReadProperties(properties.Where(static property => property.Name != AuthSchemes), scope)
            );
    }

    private EquatableArray<EndpointHeader> ReadHeaders(JsonObject endpoint, EndpointScope scope) =>
        (json.Optional<JsonObject>(endpoint, "headers")?.Properties ?? [])
            .Select(header => new EndpointHeader(
                header.Name,
                (json.As<JsonArray>(header.Value, $"Header '{header.Name}'")?.Items ?? [])
                    .Select(value => _expressions.ReadText(value, scope, "a header"))
                    .OfType<EndpointExpression>()
                    .ToEquatableArray()
            ))
            .ToEquatableArray();

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
                json.Malformed(value, "A property of an endpoint cannot be null; leave it out");
                return null;
        }
    }
}
