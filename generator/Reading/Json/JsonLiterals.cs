namespace SsoOidcGen.Reading.Json;

internal sealed class JsonBoolean(JsonFile file, int start, bool value) : JsonValue(file, start, value ? 4 : 5)
{
    public override string Kind => "a boolean";

    public bool Value { get; } = value;
}

internal sealed class JsonNull(JsonFile file, int start) : JsonValue(file, start, 4)
{
    public override string Kind => "null";
}
