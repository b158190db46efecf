using System.Text.Json;
using SsoOidcGen.Benchmarks.Calls;

namespace SsoOidcGen.Benchmarks.Signed;

/// <summary>The floor: three operations of DynamoDB written by hand, for the members that the benchmarks use.</summary>
internal sealed class FloorDynamoDb(HttpClient http)
{
    private readonly FloorRpc _rpc = new(http, "dynamodb");

    public async Task<Dictionary<string, FloorValue>?> GetItemAsync(string table, Dictionary<string, FloorValue> key)
    {
        using PooledBytes sent = new();
        using PooledBytes received = new();
        Write(sent, table, "Key", key);
        await _rpc.CallAsync("DynamoDB_20120810.GetItem", sent, received);
        return ReadItem(received.Written.Span);
    }

    public async Task PutItemAsync(string table, Dictionary<string, FloorValue> item)
    {
        using PooledBytes sent = new();
        using PooledBytes received = new();
        Write(sent, table, "Item", item);
        await _rpc.CallAsync("DynamoDB_20120810.PutItem", sent, received);
    }

    public async Task<List<Dictionary<string, FloorValue>>> QueryAsync(
        string table,
        string condition,
        Dictionary<string, FloorValue> values
    )
    {
        using PooledBytes sent = new();
        using PooledBytes received = new();
        WriteQuery(sent, table, condition, values);
        await _rpc.CallAsync("DynamoDB_20120810.Query", sent, received);
        return ReadItems(received.Written.Span);
    }

    private static void Write(PooledBytes body, string table, string name, Dictionary<string, FloorValue> item)
    {
        using Utf8JsonWriter writer = new(body);
        writer.WriteStartObject();
        writer.WriteString("TableName"u8, table);
        writer.WritePropertyName(name);
        FloorValue.WriteItem(writer, item);
        writer.WriteEndObject();
    }

    private static void WriteQuery(
        PooledBytes body,
        string table,
        string condition,
        Dictionary<string, FloorValue> values
    )
    {
        using Utf8JsonWriter writer = new(body);
        writer.WriteStartObject();
        writer.WriteString("TableName"u8, table);
        writer.WriteString("KeyConditionExpression"u8, condition);
        writer.WritePropertyName("ExpressionAttributeValues"u8);
        FloorValue.WriteItem(writer, values);
        writer.WriteEndObject();
    }

    private static Dictionary<string, FloorValue>? ReadItem(ReadOnlySpan<byte> body)
    {
        Utf8JsonReader reader = new(body);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isItem = reader.ValueTextEquals("Item"u8);
            reader.Read();
            if (isItem)
            {
                return FloorValue.ReadItem(ref reader);
            }

            reader.Skip();
        }

        return null;
    }

    private static List<Dictionary<string, FloorValue>> ReadItems(ReadOnlySpan<byte> body)
    {
        List<Dictionary<string, FloorValue>> items = [];
        Utf8JsonReader reader = new(body);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isList = reader.ValueTextEquals("Items"u8);
            reader.Read();
            if (!isList)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                items.Add(FloorValue.ReadItem(ref reader));
            }
        }

        return items;
    }
}
