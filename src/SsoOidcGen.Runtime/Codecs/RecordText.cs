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
    public static string? Of<T>(IReadOnlyDictionary<string, T>? map) =>
        map is null ? null : Print(map.Select(static entry => (entry.Key, (object?)entry.Value)), map.Count, depth: 1);

    private static string Print(IEnumerable items, int depth)
    {
        if (items is IDictionary map)
        {
            return Print(Entries(map), map.Count, depth);
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

    private static IEnumerable<(string Key, object? Value)> Entries(IDictionary map)
    {
        foreach (DictionaryEntry entry in map)
        {
            yield return ($"{entry.Key}", entry.Value);
        }
    }

    private static string Print(IEnumerable<(string Key, object? Value)> entries, int count, int depth) =>
        Print(entries.Take(MaxItems).Select(entry => $"{entry.Key} = {Print(entry.Value, depth)}"), count);

    private static string Print(IEnumerable<string> texts, int count)
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
