using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Model.EndpointRules;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.EndpointRules;

/// <summary>Reads the endpoint property <c>authSchemes</c>.</summary>
internal sealed class EndpointSigningReader(DiagnosticBag diagnostics)
{
    public const string Property = "authSchemes";

    private readonly EndpointTemplateReader _templates = new(diagnostics);
    private readonly HashSet<string> _reported = [];

    /// <param name="properties">The properties of an endpoint.</param>
    /// <param name="scope">What the endpoint can use.</param>
    public EquatableArray<EndpointSigning> ReadAll(JsonFields properties, EndpointScope scope)
    {
        JsonObject[] entries = [.. properties.Items<JsonObject>(Property, "an object")];
        ReportUnsupported(entries);
        return entries
            .Select(entry => Read(new JsonFields(entry, diagnostics), scope))
            .OfType<EndpointSigning>()
            .ToEquatableArray();
    }

    private EndpointSigning? Read(JsonFields entry, EndpointScope scope)
    {
        foreach (JsonProperty property in entry.Json.Properties)
        {
            if (!IsKnown(property.Name))
            {
                diagnostics.Add(
                    EndpointDiagnostics.UnknownName,
                    property.NameSpan,
                    $"'{property.Name}' is not a part of a signing scheme"
                );
            }
        }

        return entry.Require<JsonString>("name", "a string") is { } place && _templates.Read(place, scope) is { } name
            ? new EndpointSigning(name)
            {
                SigningName = ReadText(entry, "signingName", scope),
                SigningRegion = ReadText(entry, "signingRegion", scope),
                SigningRegionSet = ReadRegions(entry, scope),
                DisableDoubleEncoding = entry.Flag("disableDoubleEncoding"),
                DisableNormalizePath = entry.Flag("disableNormalizePath"),
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

    private TemplateExpression? ReadText(JsonFields entry, string name, EndpointScope scope) =>
        entry.Get<JsonString>(name, "a string") is { } text ? _templates.Read(text, scope) : null;

    private EquatableArray<EndpointExpression> ReadRegions(JsonFields entry, EndpointScope scope) =>
        entry
            .Texts("signingRegionSet")
            .Select(text => _templates.Read(text, scope))
            .OfType<EndpointExpression>()
            .ToEquatableArray();

    /// <summary>Names, once each, the schemes of endpoints that offer nothing else.</summary>
    private void ReportUnsupported(JsonObject[] entries)
    {
        JsonString[] names = [.. entries.Select(static entry => entry["name"]).OfType<JsonString>()];
        if (!names.Any(static name => name.Value is "sigv4" or "sigv4a" or "sigv4-s3express"))
        {
            foreach (JsonString name in names.Where(name => _reported.Add(name.Value)))
            {
                diagnostics.Add(EndpointDiagnostics.UnsupportedSigning, name.Span, name.Value);
            }
        }
    }
}
