using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>Reads the value a reader stands on; leaves the reader on its last token.</summary>
/// <typeparam name="T">What is read.</typeparam>
/// <param name="reader">Stands on the first token of the value.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate T JsonValueReader<T>(ref Utf8JsonReader reader);

/// <summary>Reads JSON values as the Smithy types that travel in them. Every mismatch is a <see cref="MalformedContentException"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonValue
{
    /// <summary>Reads a string.</summary>
    public static string ReadString(ref Utf8JsonReader reader)
    {
        reader.Expect(JsonTokenType.String);
        return reader.Text();
    }

    /// <summary>Reads a value of an enum: text of which there are few different ones.</summary>
    public static string ReadEnum(ref Utf8JsonReader reader)
    {
        reader.Expect(JsonTokenType.String);
        return !reader.ValueIsEscaped && !reader.HasValueSequence && Ascii.IsValid(reader.ValueSpan)
            ? RepeatedText.Of(reader.ValueSpan)
            : reader.Text();
    }

    /// <summary>Reads a boolean.</summary>
    public static bool ReadBoolean(ref Utf8JsonReader reader) =>
        reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            _ => throw JsonMembers.Unexpected("a boolean", reader.TokenType, reader.TokenStartIndex),
        };

    /// <summary>Reads a 32-bit integer. One that is written as text or with a fraction, which is cut, is read too.</summary>
    public static int ReadInt32(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int value)
            ? value
            : (int)LooseInteger.Read(ref reader, int.MinValue, int.MaxValue, "a 32-bit integer");

    /// <summary>Reads a 64-bit integer. One that is written as text or with a fraction, which is cut, is read too.</summary>
    public static long ReadInt64(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long value)
            ? value
            : (long)LooseInteger.Read(ref reader, long.MinValue, long.MaxValue, "a 64-bit integer");

    /// <summary>Reads a single-precision number or one of the words <c>NaN</c>, <c>Infinity</c>, <c>-Infinity</c>.</summary>
    public static float ReadSingle(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number ? reader.GetSingle() : (float)ReadNumberWord(ref reader);

    /// <summary>Reads a double-precision number or one of the words <c>NaN</c>, <c>Infinity</c>, <c>-Infinity</c>.</summary>
    public static double ReadDouble(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number ? reader.GetDouble() : ReadNumberWord(ref reader);

    /// <summary>Reads base64 text (RFC 4648 §4).</summary>
    public static ReadOnlyMemory<byte> ReadBlob(ref Utf8JsonReader reader)
    {
        reader.Expect(JsonTokenType.String);
        return reader.TryGetBytesFromBase64(out byte[]? value)
            ? value
            : throw new MalformedContentException("Expected base64 text", reader.TokenStartIndex);
    }

    /// <summary>
    /// Reads a timestamp: seconds since 1970-01-01T00:00:00Z with an optional fraction, or text in RFC 3339 or
    /// HTTP-date form. Services mix them, so every form is read whatever the model says.
    /// </summary>
    public static DateTimeOffset ReadTimestamp(ref Utf8JsonReader reader)
    {
        DateTimeOffset value = default;
        bool isTimestamp =
            reader.TokenType == JsonTokenType.Number
                ? reader.TryGetDecimal(out decimal seconds) && Timestamps.TryFromEpochSeconds(seconds, out value)
                : Timestamps.TryParse(ReadString(ref reader), out value);
        return isTimestamp ? value : throw new MalformedContentException(Timestamps.Expected, reader.TokenStartIndex);
    }

    /// <summary>Reads free-form JSON.</summary>
    public static JsonElement ReadDocument(ref Utf8JsonReader reader) => JsonElement.ParseValue(ref reader);

    /// <summary>Reads an array; null items are left out.</summary>
    public static IReadOnlyList<T> ReadList<T>(ref Utf8JsonReader reader, JsonValueReader<T> readItem)
    {
        reader.ExpectArray();
        List<T> items = [];
        while (reader.NextItem())
        {
            if (reader.TokenType != JsonTokenType.Null)
            {
                items.Add(readItem(ref reader));
            }
        }

        return items;
    }

    /// <summary>Reads an object as a map; null values are left out.</summary>
    public static IReadOnlyDictionary<string, T> ReadMap<T>(ref Utf8JsonReader reader, JsonValueReader<T> readValue)
    {
        reader.ExpectObject();
        Dictionary<string, T> entries = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string key = reader.Text();
            reader.Read();
            if (reader.TokenType != JsonTokenType.Null)
            {
                entries[key] = readValue(ref reader);
            }
        }

        return entries;
    }

    /// <summary>Reads an array whose nulls count (Smithy <c>sparse</c>).</summary>
    public static IReadOnlyList<T?> ReadSparseList<T>(ref Utf8JsonReader reader, JsonValueReader<T> readItem)
        where T : class
    {
        reader.ExpectArray();
        List<T?> items = [];
        while (reader.NextItem())
        {
            items.Add(reader.TokenType == JsonTokenType.Null ? null : readItem(ref reader));
        }

        return items;
    }

    /// <inheritdoc cref="ReadSparseList"/>
    public static IReadOnlyList<T?> ReadSparseValueList<T>(ref Utf8JsonReader reader, JsonValueReader<T> readItem)
        where T : struct
    {
        reader.ExpectArray();
        List<T?> items = [];
        while (reader.NextItem())
        {
            items.Add(reader.TokenType == JsonTokenType.Null ? null : readItem(ref reader));
        }

        return items;
    }

    /// <summary>Reads an object as a map whose nulls count (Smithy <c>sparse</c>).</summary>
    public static IReadOnlyDictionary<string, T?> ReadSparseMap<T>(
        ref Utf8JsonReader reader,
        JsonValueReader<T> readValue
    )
        where T : class
    {
        reader.ExpectObject();
        Dictionary<string, T?> entries = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string key = reader.Text();
            reader.Read();
            entries[key] = reader.TokenType == JsonTokenType.Null ? null : readValue(ref reader);
        }

        return entries;
    }

    /// <inheritdoc cref="ReadSparseMap"/>
    public static IReadOnlyDictionary<string, T?> ReadSparseValueMap<T>(
        ref Utf8JsonReader reader,
        JsonValueReader<T> readValue
    )
        where T : struct
    {
        reader.ExpectObject();
        Dictionary<string, T?> entries = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string key = reader.Text();
            reader.Read();
            entries[key] = reader.TokenType == JsonTokenType.Null ? null : readValue(ref reader);
        }

        return entries;
    }

    /// <summary>Reads an empty object: what stands for a structure that a service must send and did not.</summary>
    public static T ReadEmpty<T>(JsonValueReader<T> read)
    {
        Utf8JsonReader reader = new("{}"u8);
        reader.Read();
        return read(ref reader);
    }

    private static double ReadNumberWord(ref Utf8JsonReader reader)
    {
        reader.Expect(JsonTokenType.String);
        return NumberWords.TryParse(reader.Text(), out double value)
            ? value
            : throw new MalformedContentException(
                "Expected a number, NaN, Infinity or -Infinity",
                reader.TokenStartIndex
            );
    }
}
