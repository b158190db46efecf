using System.Collections;
using System.ComponentModel;
using System.Globalization;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>What records print of their collections: the first items, and how many more there are.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RecordText
{
    private const int MaxItems = 10;

    /// <summary>What is nested deeper is not printed.</summary>
    private const int MaxDepth = 3;

    /// <summary><c>[a, b]</c>; null for a list that is not there.</summary>
    public static string? Of(IEnumerable? items) => items is null ? null : Print(items, depth: 1);

    /// <summary><c>[a = 1, b = 2]</c>; null for a map that is not there.</summary>
    public static string? Of<T>(IReadOnlyDictionary<string, T>? map) => map is null ? null : Print(map, map.Count);

    private static string Print(IEnumerable items, int depth)
    {
        if (items is IDictionary map)
        {
            return Print(map, depth);
        }

        int count = 0;
        List<string> texts = [];
        foreach (object? item in items)
        {
            if (++count <= MaxItems)
            {
                texts.Add(Print(item, depth));
            }
        }

        return Print(texts, count);
    }

    private static string Print<T>(IEnumerable<KeyValuePair<string, T>> map, int count)
    {
        List<string> texts = [];
        foreach ((string key, T value) in map)
        {
            if (texts.Count < MaxItems)
            {
                texts.Add($"{key} = {Print(value, depth: 1)}");
            }
        }

        return Print(texts, count);
    }

    private static string Print(IDictionary map, int depth)
    {
        List<string> texts = [];
        foreach (DictionaryEntry entry in map)
        {
            if (texts.Count < MaxItems)
            {
                texts.Add($"{entry.Key} = {Print(entry.Value, depth)}");
            }
        }

        return Print(texts, map.Count);
    }

    private static string Print(List<string> texts, int count)
    {
        string printed = string.Join(", ", texts);
        return count > MaxItems
            ? string.Create(CultureInfo.InvariantCulture, $"[{printed}, … {count - MaxItems} more]")
            : $"[{printed}]";
    }

    private static string Print(object? item, int depth) =>
        item is not IEnumerable items || item is string ? item?.ToString() ?? "null"
        : depth < MaxDepth ? Print(items, depth + 1)
        : "[…]";
}
