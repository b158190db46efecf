namespace SsoOidcGen.Reading.Json;

internal sealed class JsonArray(JsonFile file, int start, int length, JsonValue[] items)
    : JsonValue(file, start, length)
{
    public override string Kind => "an array";

    public IReadOnlyList<JsonValue> Items { get; } = items;
}
