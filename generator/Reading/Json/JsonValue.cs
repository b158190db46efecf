using SsoOidcGen.Diagnostics;

namespace SsoOidcGen.Reading.Json;

/// <summary>A JSON value and its place in a file.</summary>
internal abstract class JsonValue(JsonFile file, int start, int length)
{
    public JsonFile File { get; } = file;

    public int Start { get; } = start;

    public int Length { get; } = length;

    /// <summary>What the value is, in the words of a message: <c>a string</c>, <c>an object</c>, …</summary>
    public abstract string Kind { get; }

    public SourceSpan Span => File.GetSpan(Start, Length);

    /// <summary>The whole of a scalar, the opening bracket of anything larger.</summary>
    public SourceSpan StartSpan => this is JsonObject or JsonArray ? File.GetSpan(Start, 1) : Span;
}
