namespace SsoOidcGen.Reading.Json;

/// <summary>Lays one object over another, as AWS SDKs do with their extras: objects are merged, all else is replaced.</summary>
internal static class JsonMerge
{
    public static JsonObject Merge(JsonObject original, JsonObject changes)
    {
        JsonPropertyList merged = new();
        foreach (JsonProperty property in original.Properties)
        {
            merged.Set(property);
        }

        foreach (JsonProperty change in changes.Properties)
        {
            merged.Set(
                original.Properties.IndexOf(change.Name) is >= 0 and var i
                && original.Properties[i] is { Value: JsonObject earlier } property
                && change.Value is JsonObject later
                    ? property.WithValue(Merge(earlier, later))
                    : change
            );
        }

        return new JsonObject(original.File, original.Start, original.Length, merged);
    }
}
