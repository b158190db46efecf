namespace SsoOidcGen.Reading.Json;

internal static class JsonEquality
{
    /// <summary>Both say the same; the order of properties and the way a number is written do not count.</summary>
    public static bool AreEqual(JsonValue left, JsonValue right) =>
        (left, right) switch
        {
            (JsonString first, JsonString second) => first.Value == second.Value,
            (JsonBoolean first, JsonBoolean second) => first.Value == second.Value,
            (JsonNumber first, JsonNumber second) => first.Literal == second.Literal
                || (first.ToDecimal() is { } number && number == second.ToDecimal()),
            (JsonNull, JsonNull) => true,
            (JsonArray first, JsonArray second) => first.Items.Count == second.Items.Count
                && first.Items.Zip(second.Items, AreEqual).All(static equal => equal),
            (JsonObject first, JsonObject second) => first.Properties.Count == second.Properties.Count
                && first.Properties.All(property =>
                    second[property.Name] is { } other && AreEqual(property.Value, other)
                ),
            _ => false,
        };
}
