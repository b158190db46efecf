using System.Reflection;
using System.Text.Json;

namespace SsoOidcGen.Conformance.Smithy;

/// <summary>A case of Smithy's protocol tests.</summary>
/// <param name="File">Protocol and service, for example <c>restJson1/RestJson</c>.</param>
/// <param name="Kind">request, response or event.</param>
/// <param name="Operation">The operation to call.</param>
/// <param name="Error">The name of the error that the case is about; null for an output.</param>
/// <param name="Code">What is generated for its model.</param>
internal sealed record SmithyCase(
    string File,
    string Kind,
    string Operation,
    string? Error,
    Lazy<Assembly> Code,
    JsonElement Definition
)
{
    public string Id => Definition.GetProperty("id").GetString()!;

    public string Name => $"{File} {Kind} {Id}";

    public string? Text(string property) =>
        Definition.TryGetProperty(property, out JsonElement value) ? value.GetString() : null;

    /// <summary>An object of the case; an empty one when it has none.</summary>
    public JsonElement Object(string property) =>
        Definition.TryGetProperty(property, out JsonElement value) ? value : JsonDocument.Parse("{}").RootElement;
}
