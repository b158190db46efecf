namespace SsoOidcGen.Reading.Json;

/// <summary>A string. Its place includes the quotes; the value is decoded when it is first asked for.</summary>
internal sealed class JsonString(JsonFile file, int start, int length) : JsonValue(file, start, length)
{
    private string? _value;

    public override string Kind => "a string";

    public string Value => _value ??= File.Decode(Start + 1, Length - 2);
}
