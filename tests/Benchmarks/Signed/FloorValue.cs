using System.Text.Json;

namespace SsoOidcGen.Benchmarks.Signed;

/// <summary>An attribute of DynamoDB's, written and read by hand.</summary>
internal sealed class FloorValue
{
    public string? S { get; init; }

    public string? N { get; init; }

    public bool? Bool { get; init; }

    public List<FloorValue>? L { get; init; }

    public static void WriteItem(Utf8JsonWriter writer, Dictionary<string, FloorValue> item)
    {
        writer.WriteStartObject();
        foreach ((string name, FloorValue value) in item)
        {
            writer.WriteStartObject(name);
            value.WriteMembers(writer);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    /// <summary>Reads the object that the reader stands on.</summary>
    public static Dictionary<string, FloorValue> ReadItem(ref Utf8JsonReader reader)
    {
        Dictionary<string, FloorValue> item = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            item[name] = Read(ref reader);
        }

        return item;
    }

    private void WriteMembers(Utf8JsonWriter writer)
    {
        if (S is not null)
        {
            writer.WriteString("S"u8, S);
        }
        else if (N is not null)
        {
            writer.WriteString("N"u8, N);
        }
        else if (Bool is { } flag)
        {
            writer.WriteBoolean("BOOL"u8, flag);
        }
        else if (L is not null)
        {
            writer.WriteStartArray("L"u8);
            foreach (FloorValue value in L)
            {
                writer.WriteStartObject();
                value.WriteMembers(writer);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }
    }

    private static FloorValue Read(ref Utf8JsonReader reader)
    {
        string? s = null;
        string? n = null;
        bool? flag = null;
        List<FloorValue>? l = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("S"u8))
            {
                reader.Read();
                s = reader.GetString();
            }
            else if (reader.ValueTextEquals("N"u8))
            {
                reader.Read();
                n = reader.GetString();
            }
            else if (reader.ValueTextEquals("BOOL"u8))
            {
                reader.Read();
                flag = reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("L"u8))
            {
                reader.Read();
                l = [];
                while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
                {
                    l.Add(Read(ref reader));
                }
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        return new FloorValue
        {
            S = s,
            N = n,
            Bool = flag,
            L = l,
        };
    }
}
