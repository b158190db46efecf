namespace SsoOidcGen.Reading.Json;

internal sealed class JsonObject(JsonFile file, int start, int length, JsonPropertyList properties)
    : JsonValue(file, start, length)
{
    public override string Kind => "an object";

    public JsonPropertyList Properties { get; } = properties;

    public JsonValue? this[string name] => Properties.IndexOf(name) is >= 0 and var i ? Properties[i].Value : null;
}
