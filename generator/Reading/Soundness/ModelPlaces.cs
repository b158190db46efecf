using SsoOidcGen.Diagnostics;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.Soundness;

/// <summary>Finds the token that a fault is reported at. Searched only when there is one.</summary>
internal sealed class ModelPlaces(JsonObject root, DiagnosticBag diagnostics)
{
    public DiagnosticBag Diagnostics { get; } = diagnostics;

    /// <summary>The token under a path of property names, or the last that exists on the way there.</summary>
    public SourceSpan Find(params string[] path) => root.Locate(path).StartSpan;

    /// <summary>The file has such a part, sound or not.</summary>
    public bool Has(string part, string name) => (root[part] as JsonObject)?[name] is not null;

    /// <summary>The entry of a list of names or of shape references.</summary>
    public SourceSpan FindEntry(string name, params string[] path) =>
        root.Locate(path) is JsonArray array
            ? array.Items.FirstOrDefault(item => NameOf(item)?.Value == name) is { } entry
                ? (NameOf(entry) ?? entry).Span
                : array.StartSpan
            : Find(path);

    private static JsonString? NameOf(JsonValue entry) =>
        entry as JsonString ?? (entry as JsonObject)?["shape"] as JsonString;
}
