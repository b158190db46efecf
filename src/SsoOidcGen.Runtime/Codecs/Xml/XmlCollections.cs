using System.ComponentModel;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>Reads lists and maps, in an element of their own or flattened: one by one amid the members of a structure.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class XmlCollections
{
    /// <summary>Reads a list. Its items may have any name.</summary>
    public static IReadOnlyList<T> ReadList<T>(ref Utf8XmlReader reader, XmlValueReader<T> readItem)
    {
        List<T> items = [];
        while (reader.NextMember(out _))
        {
            items.Add(readItem(ref reader));
        }

        return items;
    }

    /// <summary>Reads a list of numbers, booleans or timestamps; those without a text are left out.</summary>
    public static IReadOnlyList<T> ReadValueList<T>(ref Utf8XmlReader reader, XmlValueReader<T?> readItem)
        where T : struct
    {
        List<T> items = [];
        while (reader.NextMember(out _))
        {
            if (readItem(ref reader) is { } item)
            {
                items.Add(item);
            }
        }

        return items;
    }

    /// <summary>Adds an item to a flattened list.</summary>
    /// <param name="list">What was read so far; null before the first item.</param>
    /// <param name="item">The item.</param>
    public static IReadOnlyList<T> Add<T>(IReadOnlyList<T>? list, T item)
    {
        List<T> items = (List<T>?)list ?? [];
        items.Add(item);
        return items;
    }

    /// <inheritdoc cref="Add"/>
    public static IReadOnlyList<T> AddValue<T>(IReadOnlyList<T>? list, T? item)
        where T : struct => item is { } value ? Add(list, value) : list ?? [];

    /// <summary>Reads a map. Its entries may have any name.</summary>
    /// <param name="reader">Stands on the map's element.</param>
    /// <param name="key">The name of an entry's key.</param>
    /// <param name="value">The name of an entry's value.</param>
    /// <param name="readValue">Reads a value.</param>
    public static IReadOnlyDictionary<string, T> ReadMap<T>(
        ref Utf8XmlReader reader,
        ReadOnlySpan<byte> key,
        ReadOnlySpan<byte> value,
        XmlValueReader<T> readValue
    )
    {
        Dictionary<string, T> entries = [];
        while (reader.NextMember(out _))
        {
            AddEntry(entries, ref reader, key, value, readValue);
        }

        return entries;
    }

    /// <summary>Reads an entry of a flattened map.</summary>
    /// <param name="map">What was read so far; null before the first entry.</param>
    /// <param name="reader">Stands on the entry's element.</param>
    /// <param name="key">The name of its key.</param>
    /// <param name="value">The name of its value.</param>
    /// <param name="readValue">Reads a value.</param>
    public static IReadOnlyDictionary<string, T> ReadEntry<T>(
        IReadOnlyDictionary<string, T>? map,
        ref Utf8XmlReader reader,
        ReadOnlySpan<byte> key,
        ReadOnlySpan<byte> value,
        XmlValueReader<T> readValue
    )
    {
        Dictionary<string, T> entries = (Dictionary<string, T>?)map ?? [];
        AddEntry(entries, ref reader, key, value, readValue);
        return entries;
    }

    private static void AddEntry<T>(
        Dictionary<string, T> entries,
        ref Utf8XmlReader reader,
        ReadOnlySpan<byte> key,
        ReadOnlySpan<byte> value,
        XmlValueReader<T> readValue
    )
    {
        int start = reader.Position;
        string? name = null;
        T? item = default;
        bool hasItem = false;
        while (reader.NextMember(out ReadOnlySpan<byte> member))
        {
            if (member.SequenceEqual(key))
            {
                name = XmlValue.ReadString(ref reader);
            }
            else if (member.SequenceEqual(value))
            {
                item = readValue(ref reader);
                hasItem = true;
            }
            else
            {
                reader.Skip();
            }
        }

        entries[name ?? throw new MalformedContentException("An entry of a map has no key", start)] = hasItem
            ? item!
            : throw new MalformedContentException("An entry of a map has no value", start);
    }
}
