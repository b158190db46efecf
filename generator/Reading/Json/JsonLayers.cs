namespace SsoOidcGen.Reading.Json;

/// <summary>Makes objects of parts of others; each part keeps the place where it was written.</summary>
internal static class JsonLayers
{
    /// <summary>An object without properties, which stands where another value does.</summary>
    public static JsonObject Empty(JsonValue place) =>
        new(place.File, place.Start, place.Length, JsonPropertyList.Empty);

    /// <summary>A property whose name is not written anywhere.</summary>
    public static JsonProperty Property(string name, JsonValue value) => new(name, value.Start, value.Length, value);

    /// <summary>The object with one property more, or another value for it.</summary>
    public static JsonObject With(JsonObject json, JsonProperty property) => Over(json, [property]);

    /// <summary>The object with properties of another laid over its own.</summary>
    public static JsonObject Over(JsonObject lower, IEnumerable<JsonProperty> upper)
    {
        JsonPropertyList properties = new();
        foreach (JsonProperty property in lower.Properties)
        {
            properties.Set(property);
        }

        foreach (JsonProperty property in upper)
        {
            properties.Set(property);
        }

        return new JsonObject(lower.File, lower.Start, lower.Length, properties);
    }

    public static JsonArray Concatenate(JsonArray first, JsonArray second) =>
        new(first.File, first.Start, first.Length, [.. first.Items, .. second.Items]);
}
