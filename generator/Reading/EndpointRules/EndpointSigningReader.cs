using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Model.EndpointRules;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.EndpointRules;

/// <summary>Reads the endpoint property <c>authSchemes</c>.</summary>
internal sealed class EndpointSigningReader(EndpointJson json)
{
    private const string Supported = "sigv4";

    private readonly EndpointTemplateReader _templates = new(json);
    private readonly HashSet<string> _reported = [];

    public IReadOnlyList<EndpointSigning> ReadAll(JsonValue value, EndpointScope scope)
    {
        JsonObject[] entries =
        [
            .. (json.As<JsonArray>(value, "'authSchemes'")?.Items ?? [])
                .Select(item => json.As<JsonObject>(item, "A signing scheme"))
                .OfType<JsonObject>(),
        ];
        ReportUnsupported(entries);
        return [.. entries.Select(entry => Read(entry, scope)).OfType<EndpointSigning>()];
    }

    private EndpointSigning? Read(JsonObject entry, EndpointScope scope)
    {
        foreach (JsonProperty property in entry.Properties)
        {
            if (!IsKnown(property.Name))
            {
                json.Diagnostics.Add(
                    EndpointDiagnostics.UnknownName,
                    property.NameSpan,
                    $"'{property.Name}' is not a part of a signing scheme"
                );
            }
        }

        return ReadText(entry, "name", scope) is { } name
            ? new EndpointSigning(name)
            {
                SigningName = ReadText(entry, "signingName", scope),
                SigningRegion = ReadText(entry, "signingRegion", scope),
                SigningRegionSet = ReadRegions(entry, scope),
                DisableDoubleEncoding = json.Optional<JsonBoolean>(entry, "disableDoubleEncoding") is { Value: true },
                DisableNormalizePath = json.Optional<JsonBoolean>(entry, "disableNormalizePath") is { Value: true },
            }
            : null;
    }

    private static bool IsKnown(string name) =>
        name
            is "name"
                or "signingName"
                or "signingRegion"
                or "signingRegionSet"
                or "disableDoubleEncoding"
                or "disableNormalizePath";

    private TemplateExpression? ReadText(JsonObject entry, string name, EndpointScope scope) =>
        json.Optional<JsonString>(entry, name) is { } text ? _templates.Read(text, scope) : null;

    private EquatableArray<EndpointExpression> ReadRegions(JsonObject entry, EndpointScope scope) =>
        (json.Optional<JsonArray>(entry, "signingRegionSet")?.Items ?? [])
            .Select(item => json.As<JsonString>(item, "A region") is { } text ? _templates.Read(text, scope) : null)
            .OfType<EndpointExpression>()
            .ToEquatableArray();

    /// <summary>Names, once each, the schemes of endpoints that offer nothing else.</summary>
    private void ReportUnsupported(JsonObject[] entries)
    {
        JsonString[] names = [.. entries.Select(static entry => entry["name"]).OfType<JsonString>()];
        if (names.All(static name => name.Value != Supported))
        {
            foreach (JsonString name in names.Where(name => _reported.Add(name.Value)))
            {
                json.Diagnostics.Add(EndpointDiagnostics.UnsupportedSigning, name.Span, name.Value);
            }
        }
    }
}
