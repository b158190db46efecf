using SsoOidcGen.Diagnostics;

namespace SsoOidcGen.Reading.Json;

/// <summary>A name and its value; both stand in the same file.</summary>
internal readonly struct JsonProperty(string name, int nameStart, int nameLength, JsonValue value)
{
    public string Name { get; } = name;

    public JsonValue Value { get; } = value;

    /// <summary>The place of the name, quotes included.</summary>
    public SourceSpan NameSpan => Value.File.GetSpan(nameStart, nameLength);

    public JsonProperty WithValue(JsonValue value) => new(Name, nameStart, nameLength, value);
}
