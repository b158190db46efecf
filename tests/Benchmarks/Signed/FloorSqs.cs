using System.Text.Json;
using SsoOidcGen.Benchmarks.Calls;

namespace SsoOidcGen.Benchmarks.Signed;

/// <summary>The floor: ReceiveMessage of SQS written by hand.</summary>
internal sealed class FloorSqs(HttpClient http)
{
    private readonly FloorRpc _rpc = new(http, "sqs");

    public async Task<List<FloorMessage>> ReceiveMessageAsync(string queueUrl, int maxNumber)
    {
        using PooledBytes sent = new();
        using PooledBytes received = new();
        Write(sent, queueUrl, maxNumber);
        await _rpc.CallAsync("AmazonSQS.ReceiveMessage", sent, received);
        return ReadMessages(received.Written.Span);
    }

    private static void Write(PooledBytes body, string queueUrl, int maxNumber)
    {
        using Utf8JsonWriter writer = new(body);
        writer.WriteStartObject();
        writer.WriteString("QueueUrl"u8, queueUrl);
        writer.WriteNumber("MaxNumberOfMessages"u8, maxNumber);
        writer.WriteEndObject();
    }

    private static List<FloorMessage> ReadMessages(ReadOnlySpan<byte> body)
    {
        List<FloorMessage> messages = [];
        Utf8JsonReader reader = new(body);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isList = reader.ValueTextEquals("Messages"u8);
            reader.Read();
            if (!isList)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                messages.Add(ReadMessage(ref reader));
            }
        }

        return messages;
    }

    private static FloorMessage ReadMessage(ref Utf8JsonReader reader)
    {
        FloorMessage message = new();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("MessageId"u8))
            {
                reader.Read();
                message.MessageId = reader.GetString();
            }
            else if (reader.ValueTextEquals("ReceiptHandle"u8))
            {
                reader.Read();
                message.ReceiptHandle = reader.GetString();
            }
            else if (reader.ValueTextEquals("MD5OfBody"u8))
            {
                reader.Read();
                message.Md5OfBody = reader.GetString();
            }
            else if (reader.ValueTextEquals("Body"u8))
            {
                reader.Read();
                message.Body = reader.GetString();
            }
            else if (reader.ValueTextEquals("Attributes"u8))
            {
                reader.Read();
                message.Attributes = ReadAttributes(ref reader);
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        return message;
    }

    private static Dictionary<string, string?> ReadAttributes(ref Utf8JsonReader reader)
    {
        Dictionary<string, string?> attributes = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            attributes[name] = reader.GetString();
        }

        return attributes;
    }
}

internal sealed class FloorMessage
{
    public string? MessageId { get; set; }

    public string? ReceiptHandle { get; set; }

    public string? Md5OfBody { get; set; }

    public string? Body { get; set; }

    public Dictionary<string, string?>? Attributes { get; set; }
}
