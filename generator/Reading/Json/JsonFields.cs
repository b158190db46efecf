using SsoOidcGen.Diagnostics;

namespace SsoOidcGen.Reading.Json;

/// <summary>Reads the properties of an object by name, and reports those that are not what they should be.</summary>
internal readonly struct JsonFields(JsonObject json, DiagnosticBag diagnostics)
{
    public JsonObject Json { get; } = json;

    public DiagnosticBag Diagnostics { get; } = diagnostics;

    public bool Has(string name) => Json[name] is not null;

    public string? Text(string name) => Get<JsonString>(name, "a string")?.Value;

    public string? RequiredText(string name) => Require<JsonString>(name, "a string")?.Value;

    public bool Flag(string name) => Get<JsonBoolean>(name, "true or false")?.Value ?? false;

    public decimal? Number(string name)
    {
        JsonNumber? number = Get<JsonNumber>(name, "a number");
        return number is null ? null : number.ToDecimal() ?? WrongNumber<decimal>(name, number, "a smaller number");
    }

    public long? Integer(string name)
    {
        JsonNumber? number = Get<JsonNumber>(name, "a whole number");
        return number is null ? null : number.ToInt64() ?? WrongNumber<long>(name, number, "a whole number");
    }

    public int? RequiredPositive(string name)
    {
        JsonNumber? number = Require<JsonNumber>(name, "a whole number");
        return number?.ToInt64() is > 0 and <= int.MaxValue and long value ? (int)value
            : number is null ? null
            : WrongNumber<int>(name, number, "a whole number above 0");
    }

    public JsonFields? Object(string name) =>
        Get<JsonObject>(name, "an object") is { } found ? new JsonFields(found, Diagnostics) : null;

    public JsonFields? RequiredObject(string name) =>
        Require<JsonObject>(name, "an object") is { } found ? new JsonFields(found, Diagnostics) : null;

    /// <summary>The properties of an object whose values are objects.</summary>
    public IEnumerable<(JsonProperty Property, JsonFields Fields)> Entries(string name)
    {
        JsonPropertyList properties = Object(name)?.Json.Properties ?? JsonPropertyList.Empty;
        for (int i = 0; i < properties.Count; i++)
        {
            JsonProperty property = properties[i];
            if (Is<JsonObject>(property.Value, property.Name, "an object"))
            {
                yield return (property, new JsonFields((JsonObject)property.Value, Diagnostics));
            }
        }
    }

    /// <summary>The items of an array of one kind.</summary>
    public IEnumerable<T> Items<T>(string name, string kind)
        where T : JsonValue
    {
        foreach (JsonValue item in Get<JsonArray>(name, "an array")?.Items ?? [])
        {
            if (Is<T>(item, name, kind))
            {
                yield return (T)item;
            }
        }
    }

    public IEnumerable<JsonString> Texts(string name) => Items<JsonString>(name, "a string");

    /// <summary>Reports a value that cannot be used.</summary>
    public void Wrong(string name, string expected, string actual) =>
        Diagnostics.Add(ReadingDiagnostics.WrongValue, (Json[name] ?? Json).StartSpan, name, expected, actual);

    public T? Require<T>(string name, string kind)
        where T : JsonValue
    {
        if (Json[name] is { } value)
        {
            return Is<T>(value, name, kind) ? (T)value : null;
        }

        Diagnostics.Add(ReadingDiagnostics.MissingValue, Json.StartSpan, name, kind);
        return null;
    }

    public T? Get<T>(string name, string kind)
        where T : JsonValue => Json[name] is { } value && Is<T>(value, name, kind) ? (T)value : null;

    private bool Is<T>(JsonValue value, string name, string kind)
        where T : JsonValue
    {
        if (value is not T)
        {
            Diagnostics.Add(ReadingDiagnostics.WrongValue, value.StartSpan, name, kind, value.Kind);
        }

        return value is T;
    }

    private T? WrongNumber<T>(string name, JsonNumber number, string expected)
        where T : struct
    {
        Wrong(name, expected, number.Literal);
        return null;
    }
}
