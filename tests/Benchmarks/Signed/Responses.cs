using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SsoOidcGen.Benchmarks.Signed;

/// <summary>What DynamoDB and SQS send.</summary>
internal static class Responses
{
    private const int ReceiptLength = 180;

    /// <summary>An item of 20 attributes: twelve texts, five numbers, two booleans and a list of two texts.</summary>
    public static byte[] GetItem { get; } = Json(new JsonObject { ["Item"] = ItemWith(12, 5) });

    /// <summary>A page of 100 items with 8 attributes each.</summary>
    public static byte[] Query { get; } =
        Json(
            new JsonObject
            {
                ["Count"] = 100,
                ["Items"] = new JsonArray([.. Enumerable.Range(0, 100).Select(static _ => ItemWith(3, 2))]),
                ["ScannedCount"] = 100,
            }
        );

    public static byte[] PutItem { get; } = "{}"u8.ToArray();

    /// <summary>Ten messages of 200 characters, with two system attributes each.</summary>
    public static byte[] ReceiveMessage { get; } =
        Json(
            new JsonObject
            {
                ["Messages"] = new JsonArray([.. Enumerable.Range(0, 10).Select(static number => Message(number))]),
            }
        );

    private static JsonObject ItemWith(int texts, int numbers)
    {
        JsonObject item = [];
        for (int i = 0; i < texts; i++)
        {
            item[$"text{i}"] = new JsonObject { ["S"] = $"The value of the attribute number {i}" };
        }

        for (int i = 0; i < numbers; i++)
        {
            item[$"number{i}"] = new JsonObject { ["N"] = $"{1764000000 + i}" };
        }

        item["active"] = new JsonObject { ["BOOL"] = true };
        item["deleted"] = new JsonObject { ["BOOL"] = false };
        item["tags"] = new JsonObject
        {
            ["L"] = new JsonArray(new JsonObject { ["S"] = "first" }, new JsonObject { ["S"] = "second" }),
        };
        return item;
    }

    private static JsonObject Message(int number)
    {
        string body = $"Message {number} ".PadRight(200, 'm');
        return new JsonObject
        {
            ["Attributes"] = new JsonObject { ["SentTimestamp"] = "1764000000000", ["ApproximateReceiveCount"] = "1" },
            ["Body"] = body,
            // AWSSDK compares it with the body.
#pragma warning disable CA5351 // The protocol says MD5
            ["MD5OfBody"] = Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(body))),
#pragma warning restore CA5351
            ["MessageId"] = $"5d1f4f3c-0f0e-4d5e-9b0a-{number:D12}",
            ["ReceiptHandle"] = "AQEB".PadRight(ReceiptLength, 'r'),
        };
    }

    private static byte[] Json(JsonObject body) => JsonSerializer.SerializeToUtf8Bytes(body);
}
