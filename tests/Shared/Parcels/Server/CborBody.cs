using System.Formats.Cbor;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SsoOidcGen.Parcels.Server;

/// <summary>Bodies of Smithy RPC v2 CBOR, by a library that this repository did not write.</summary>
internal static class CborBody
{
    private static readonly HashSet<string> s_timestamps =
    [
        "at",
        "createdAt",
        "deliverBy",
        "expiresAt",
        "lastModified",
        "since",
    ];

    private static readonly HashSet<string> s_blobs = ["signature"];

    public static JsonObject Read(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            return [];
        }

        CborReader reader = new(body);
        JsonNode content = Read(reader)!;
        return reader.BytesRemaining == 0
            ? JsonNode.Parse(content.ToJsonString())!.AsObject()
            : throw new FormatException("There is something after the body.");
    }

    public static byte[] Write(JsonObject content)
    {
        CborWriter writer = new();
        Write(writer, JsonSerializer.SerializeToElement(content), member: "");
        return writer.Encode();
    }

    private static JsonNode? Read(CborReader reader)
    {
        switch (reader.PeekState())
        {
            case CborReaderState.StartMap:
                JsonObject map = [];
                reader.ReadStartMap();
                while (reader.PeekState() != CborReaderState.EndMap)
                {
                    map.Add(reader.ReadTextString(), Read(reader));
                }

                reader.ReadEndMap();
                return map;
            case CborReaderState.StartArray:
                JsonArray array = [];
                reader.ReadStartArray();
                while (reader.PeekState() != CborReaderState.EndArray)
                {
                    array.Add(Read(reader));
                }

                reader.ReadEndArray();
                return array;
            case CborReaderState.TextString or CborReaderState.StartIndefiniteLengthTextString:
                return reader.ReadTextString();
            case CborReaderState.ByteString or CborReaderState.StartIndefiniteLengthByteString:
                return Convert.ToBase64String(reader.ReadByteString());
            case CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger:
                return reader.ReadInt64();
            case CborReaderState.HalfPrecisionFloat
            or CborReaderState.SinglePrecisionFloat
            or CborReaderState.DoublePrecisionFloat:
                return reader.ReadDouble();
            case CborReaderState.Boolean:
                return reader.ReadBoolean();
            case CborReaderState.Tag when reader.ReadTag() == CborTag.UnixTimeSeconds:
                return Read(reader);
            case CborReaderState.Null:
                reader.ReadNull();
                return null;
            case var state:
                throw new FormatException($"No member of this service is a {state}.");
        }
    }

    private static void Write(CborWriter writer, JsonElement value, string member)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartMap(value.GetPropertyCount());
                foreach (JsonProperty entry in value.EnumerateObject())
                {
                    writer.WriteTextString(entry.Name);
                    Write(writer, entry.Value, entry.Name);
                }

                writer.WriteEndMap();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray(value.GetArrayLength());
                foreach (JsonElement item in value.EnumerateArray())
                {
                    Write(writer, item, member: "");
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String when s_blobs.Contains(member):
                writer.WriteByteString(value.GetBytesFromBase64());
                break;
            case JsonValueKind.String:
                writer.WriteTextString(value.GetString()!);
                break;
            case JsonValueKind.Number when s_timestamps.Contains(member):
                writer.WriteTag(CborTag.UnixTimeSeconds);
                writer.WriteDouble(value.GetDouble());
                break;
            case JsonValueKind.Number when value.TryGetInt64(out long integer):
                writer.WriteInt64(integer);
                break;
            case JsonValueKind.Number:
                writer.WriteDouble(value.GetDouble());
                break;
            case JsonValueKind.Null:
                writer.WriteNull();
                break;
            default:
                writer.WriteBoolean(value.GetBoolean());
                break;
        }
    }
}
