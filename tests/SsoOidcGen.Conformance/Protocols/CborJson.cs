using System.Formats.Cbor;
using System.Globalization;
using System.Text.Json.Nodes;

namespace SsoOidcGen.Conformance.Protocols;

/// <summary>CBOR as JSON, so that contents can be compared whatever their encoding: the platform's reader decides what they are.</summary>
internal static class CborJson
{
    public static string Convert(byte[] content)
    {
        CborReader reader = new(content);
        string json = Value(reader)?.ToJsonString() ?? "null";
        return reader.BytesRemaining == 0 ? json : throw new CborContentException("There is more than one item.");
    }

    private static JsonNode? Value(CborReader reader) =>
        reader.PeekState() switch
        {
            CborReaderState.StartMap => Map(reader),
            CborReaderState.StartArray => List(reader),
            CborReaderState.TextString or CborReaderState.StartIndefiniteLengthTextString => reader.ReadTextString(),
            CborReaderState.ByteString or CborReaderState.StartIndefiniteLengthByteString => Tagged(
                "bytes",
                System.Convert.ToBase64String(reader.ReadByteString())
            ),
            CborReaderState.Boolean => reader.ReadBoolean(),
            CborReaderState.Null => Null(reader),
            // A number is the same with and without a fraction of zero.
            CborReaderState.Tag => Tagged(reader.ReadTag().ToString(), Value(reader)?.ToString()),
            CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger => reader.ReadInt64(),
            _ => reader.ReadDouble().ToString(CultureInfo.InvariantCulture),
        };

    private static JsonObject Map(CborReader reader)
    {
        JsonObject map = [];
        reader.ReadStartMap();
        while (reader.PeekState() != CborReaderState.EndMap)
        {
            map[reader.ReadTextString()] = Value(reader);
        }

        reader.ReadEndMap();
        return map;
    }

    private static JsonArray List(CborReader reader)
    {
        JsonArray list = [];
        reader.ReadStartArray();
        while (reader.PeekState() != CborReaderState.EndArray)
        {
            list.Add(Value(reader));
        }

        reader.ReadEndArray();
        return list;
    }

    private static JsonObject Tagged(string tag, JsonNode? value) => new() { [tag] = value };

    private static JsonNode? Null(CborReader reader)
    {
        reader.ReadNull();
        return null;
    }
}
