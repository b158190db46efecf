using System.Text.Json.Nodes;

namespace SsoOidcGen.Parcels.Server;

/// <summary>
/// The operations of the service, whatever protocol they are called by: members go by their names in the model, timestamps are
/// seconds since 1970, and blobs are base64.
/// </summary>
internal sealed class ParcelDesk
{
    /// <summary>The time at this service.</summary>
    public const long Now = 1_796_083_200;

    private readonly Lock _lock = new();
    private readonly List<JsonObject> _parcels = [];
    private readonly Dictionary<string, string> _tokens = [];
    private int _throttled;

    /// <summary>Happens before each call.</summary>
    public Action<string> OnCall { get; set; } = static _ => { };

    /// <summary>So many calls are refused because there are too many.</summary>
    public void Throttle(int calls) => _throttled = calls;

    public void SetStatus(string parcelId, string status)
    {
        lock (_lock)
        {
            Find(parcelId)["status"] = status;
        }
    }

    public JsonObject Call(string operation, Caller caller, JsonObject input)
    {
        OnCall(operation);
        if (Interlocked.Decrement(ref _throttled) >= 0)
        {
            throw new ServiceError(429, "TooManyRequests", "Not so fast");
        }

        lock (_lock)
        {
            return operation switch
            {
                "SendParcel" => Send(input),
                "GetParcel" => new() { ["parcel"] = Copy(Find(Text(input, "parcelId"))), ["lastModified"] = Now },
                "CancelParcel" => Cancel(Text(input, "parcelId")),
                "ListParcels" => List(input),
                "SignForParcel" => Sign(input),
                "TrackParcel" => Track(Text(input, "parcelId"), caller),
                "IssueApiKey" => new()
                {
                    ["apiKey"] = Gate.ApiKey,
                    ["expiresAt"] = Now + (TimeSpan.SecondsPerDay * ((long?)input["validFor"] ?? 30)),
                },
                "GetUsage" => Count(),
                "GetServiceStatus" => new() { ["isOpen"] = true, ["load"] = 0.25 },
                _ => throw new ServiceError(404, "UnknownOperation", $"There is no operation {operation}"),
            };
        }
    }

    /// <exception cref="ServiceError">There is no such parcel.</exception>
    public JsonObject Find(string parcelId) =>
        _parcels.Find(parcel => Text(parcel, "parcelId") == parcelId)
        ?? throw new ServiceError(404, "ParcelNotFound", $"There is no parcel {parcelId}")
        {
            Members = new JsonObject { ["parcelId"] = parcelId },
        };

    private JsonObject Send(JsonObject input)
    {
        string token = Text(input, "clientToken");
        if (_tokens.TryGetValue(token, out string? known))
        {
            return new JsonObject { ["parcel"] = Copy(Find(known)) };
        }

        if (Text(input["recipient"]!.AsObject(), "city") == "Nowhere")
        {
            throw new ServiceError(400, "InvalidAddress", "There is no such city")
            {
                Members = new JsonObject { ["fields"] = new JsonArray("city") },
            };
        }

        JsonObject parcel = Copy(input);
        parcel.Remove("clientToken");
        parcel["parcelId"] = $"parcel-{_parcels.Count + 1}";
        parcel["status"] = "ANNOUNCED";
        parcel["createdAt"] = Now + 0.5;
        _parcels.Add(parcel);
        _tokens[token] = Text(parcel, "parcelId");
        return new JsonObject { ["parcel"] = Copy(parcel) };
    }

    private JsonObject Cancel(string parcelId)
    {
        JsonObject parcel = Find(parcelId);
        if (Text(parcel, "status") == "IN_TRANSIT")
        {
            throw new ServiceError(409, "ParcelInTransit", "A driver has it")
            {
                Members = new JsonObject { ["since"] = Now },
            };
        }

        _parcels.Remove(parcel);
        return [];
    }

    private JsonObject List(JsonObject input)
    {
        HashSet<string>? statuses = input["status"] is JsonArray wanted
            ? [.. wanted.Select(static s => (string)s!)]
            : null;
        JsonObject[] found =
        [
            .. _parcels.Where(parcel => statuses is null || statuses.Contains(Text(parcel, "status"))),
        ];
        int start = input["nextToken"] is { } token ? int.Parse((string)token!) : 0;
        int end = Math.Min(start + ((int?)input["pageSize"] ?? 100), found.Length);
        JsonObject page = new() { ["parcels"] = new JsonArray([.. found[start..end].Select(Copy)]) };
        if (end < found.Length)
        {
            page["nextToken"] = $"{end}";
        }

        return page;
    }

    private JsonObject Sign(JsonObject input)
    {
        JsonObject parcel = Find(Text(input, "parcelId"));
        parcel["status"] = "DELIVERED";
        return new JsonObject { ["parcel"] = Copy(parcel), ["signature"] = Text(input, "signature") };
    }

    private JsonObject Track(string parcelId, Caller caller)
    {
        JsonObject handedIn = new() { ["at"] = Now, ["text"] = "Handed in" };
        if (caller == Caller.ApiKey)
        {
            handedIn["driver"] = "Bob";
        }

        return new JsonObject { ["status"] = Text(Find(parcelId), "status"), ["events"] = new JsonArray(handedIn) };
    }

    private JsonObject Count() =>
        new()
        {
            ["parcels"] = _parcels.Count,
            ["byStatus"] = new JsonObject(
                _parcels
                    .CountBy(static parcel => Text(parcel, "status"))
                    .Select(static count => KeyValuePair.Create(count.Key, (JsonNode?)count.Value))
            ),
        };

    private static JsonObject Copy(JsonObject value) => value.DeepClone().AsObject();

    private static string Text(JsonObject value, string member) => (string)value[member]!;
}
