using System.Globalization;
using System.Text.Json.Nodes;

namespace SsoOidcGen.Parcels.Server;

/// <summary>What the JSON of restJson1 calls and writes otherwise than the model: one member has a JSON name, one is a date.</summary>
internal static class RestBody
{
    private const string Weight = "weight";
    private const string WeightInJson = "weightInKilograms";
    private const string DeliverBy = "deliverBy";

    public static JsonObject FromJson(JsonObject body)
    {
        Rename(body, WeightInJson, Weight);
        if (body[DeliverBy] is { } date)
        {
            DateTimeOffset time = DateTimeOffset.Parse((string)date!, CultureInfo.InvariantCulture);
            body[DeliverBy] = time.ToUnixTimeSeconds();
        }

        return body;
    }

    public static JsonObject ToJson(JsonObject output)
    {
        foreach (JsonObject parcel in ParcelsIn(output))
        {
            Rename(parcel, Weight, WeightInJson);
            if (parcel[DeliverBy] is { } seconds)
            {
                DateTimeOffset time = DateTimeOffset.FromUnixTimeSeconds((long)seconds);
                parcel[DeliverBy] = time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            }
        }

        return output;
    }

    private static IEnumerable<JsonObject> ParcelsIn(JsonObject output) =>
        output["parcels"] is JsonArray list ? list.Select(static parcel => parcel!.AsObject())
        : output["parcel"] is JsonObject parcel ? [parcel]
        : [];

    private static void Rename(JsonObject value, string name, string newName)
    {
        if (value.Remove(name, out JsonNode? member))
        {
            value[newName] = member;
        }
    }
}
