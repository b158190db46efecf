using System.ComponentModel;
using System.Text;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>Reads the value that comes next.</summary>
/// <typeparam name="T">What is read.</typeparam>
/// <param name="reader">Stands before the value; afterwards behind it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate T CborValueReader<T>(ref CborReader reader);

/// <summary>Reads CBOR values as the Smithy types that travel in them. Every mismatch is a <see cref="MalformedContentException"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CborValue
{
    /// <summary>Reads a string.</summary>
    public static string ReadString(ref CborReader reader) => Encoding.UTF8.GetString(reader.ReadTextBytes());

    /// <summary>Reads a value of an enum: text of which there are few different ones.</summary>
    public static string ReadEnum(ref CborReader reader) => RepeatedText.Of(reader.ReadTextBytes());

    /// <summary>Reads a boolean.</summary>
    public static bool ReadBoolean(ref CborReader reader) => reader.ReadBoolean();

    /// <summary>Reads a 32-bit integer.</summary>
    public static int ReadInt32(ref CborReader reader)
    {
        int start = reader.Position;
        return reader.ReadInt64() is >= int.MinValue and <= int.MaxValue and long value
            ? (int)value
            : throw new MalformedContentException("Expected a 32-bit integer", start);
    }

    /// <summary>Reads a 64-bit integer.</summary>
    public static long ReadInt64(ref CborReader reader) => reader.ReadInt64();

    /// <summary>Reads a number as a single-precision one.</summary>
    public static float ReadSingle(ref CborReader reader) => (float)reader.ReadDouble();

    /// <summary>Reads a number as a double-precision one.</summary>
    public static double ReadDouble(ref CborReader reader) => reader.ReadDouble();

    /// <summary>Reads bytes.</summary>
    public static ReadOnlyMemory<byte> ReadBlob(ref CborReader reader) => reader.ReadByteString().ToArray();

    /// <summary>Reads seconds since 1970-01-01T00:00:00Z; a fraction is rounded to milliseconds.</summary>
    public static DateTimeOffset ReadTimestamp(ref CborReader reader)
    {
        int start = reader.Position;
        double milliseconds = Math.Round(reader.ReadEpochSeconds() * 1000);
        return
            milliseconds >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds()
            && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds)
            : throw new MalformedContentException("Expected a timestamp in the years 1 to 9999", start);
    }

    /// <summary>Reads a list; null items are left out.</summary>
    public static IReadOnlyList<T> ReadList<T>(ref CborReader reader, CborValueReader<T> readItem)
    {
        reader.ExpectArray();
        List<T> items = [];
        while (reader.NextItem())
        {
            if (!reader.TrySkipNull())
            {
                items.Add(readItem(ref reader));
            }
        }

        return items;
    }

    /// <summary>Reads a map; null values are left out.</summary>
    public static IReadOnlyDictionary<string, T> ReadMap<T>(ref CborReader reader, CborValueReader<T> readValue)
    {
        reader.ExpectObject();
        Dictionary<string, T> entries = [];
        while (reader.NextMember(out ReadOnlySpan<byte> key))
        {
            string name = Encoding.UTF8.GetString(key);
            entries[name] = readValue(ref reader);
        }

        return entries;
    }

    /// <summary>Reads a list whose nulls count (Smithy <c>sparse</c>).</summary>
    public static IReadOnlyList<T?> ReadSparseList<T>(ref CborReader reader, CborValueReader<T> readItem)
        where T : class
    {
        reader.ExpectArray();
        List<T?> items = [];
        while (reader.NextItem())
        {
            items.Add(reader.TrySkipNull() ? null : readItem(ref reader));
        }

        return items;
    }

    /// <inheritdoc cref="ReadSparseList"/>
    public static IReadOnlyList<T?> ReadSparseValueList<T>(ref CborReader reader, CborValueReader<T> readItem)
        where T : struct
    {
        reader.ExpectArray();
        List<T?> items = [];
        while (reader.NextItem())
        {
            items.Add(reader.TrySkipNull() ? null : readItem(ref reader));
        }

        return items;
    }

    /// <summary>Reads a map whose nulls count (Smithy <c>sparse</c>).</summary>
    public static IReadOnlyDictionary<string, T?> ReadSparseMap<T>(ref CborReader reader, CborValueReader<T> readValue)
        where T : class
    {
        reader.ExpectObject();
        Dictionary<string, T?> entries = [];
        while (reader.NextEntry(out ReadOnlySpan<byte> key))
        {
            string name = Encoding.UTF8.GetString(key);
            entries[name] = reader.TrySkipNull() ? null : readValue(ref reader);
        }

        return entries;
    }

    /// <inheritdoc cref="ReadSparseMap"/>
    public static IReadOnlyDictionary<string, T?> ReadSparseValueMap<T>(
        ref CborReader reader,
        CborValueReader<T> readValue
    )
        where T : struct
    {
        reader.ExpectObject();
        Dictionary<string, T?> entries = [];
        while (reader.NextEntry(out ReadOnlySpan<byte> key))
        {
            string name = Encoding.UTF8.GetString(key);
            entries[name] = reader.TrySkipNull() ? null : readValue(ref reader);
        }

        return entries;
    }

    /// <summary>Reads an empty map: what stands for a structure that a service must send and did not.</summary>
    public static T ReadEmpty<T>(CborValueReader<T> read)
    {
        CborReader reader = CborText.ReaderOf([]);
        return read(ref reader);
    }
}
