using System.Reflection;
using System.Text.Json;

namespace SsoOidcGen.Conformance.Protocols;

/// <summary>A case of a protocol suite.</summary>
/// <param name="File">Direction and file, for example <c>input/rest-json</c>.</param>
/// <param name="Number">Position among the cases of the file: ids are not unique.</param>
/// <param name="Id">The case's id, or its suite's description.</param>
/// <param name="Code">What is generated for its suite.</param>
internal sealed record ProtocolCase(
    string File,
    int Number,
    string Id,
    Lazy<Assembly> Code,
    JsonElement Suite,
    JsonElement Definition
)
{
    public JsonElement Given => Definition.GetProperty("given");

    public string Protocol => Suite.GetProperty("metadata").GetProperty("protocol").GetString()!;

    public string Operation => Given.GetProperty("name").GetString()!;

    public string Name => $"{File} {Number:000} {Id}";

    public string? Text(string property) =>
        Definition.TryGetProperty(property, out JsonElement value) ? value.GetString() : null;
}
