using System.Collections;
using System.ComponentModel;
using System.Globalization;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>What records print of their collections: the first items, and how many more there are.</summary>
/// <remarks>
/// Types are told apart by the generated code and not here: a test for a dictionary would keep all that the platform can do
/// with one in a trimmed program.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RecordText
{
    private const int MaxItems = 10;

    /// <summary><c>[a, b]</c>; null for a list that is not there.</summary>
    public static string? Of(IEnumerable? items)
    {
        if (items is null)
        {
            return null;
        }

        int count = 0;
        List<string> texts = [];
        foreach (object? item in items)
        {
            if (++count <= MaxItems)
            {
                texts.Add(item?.ToString() ?? "null");
            }
        }

        return Join(texts, count);
    }

    /// <summary><c>[[a], [b, c]]</c>; null for a list that is not there.</summary>
    /// <param name="items">Collections.</param>
    /// <param name="print">Prints one of them.</param>
    public static string? Of<T>(IEnumerable<T>? items, Func<T, string?> print)
        where T : class? => Of(items?.Select(print));

    /// <summary><c>[a = 1, b = 2]</c>; null for a map that is not there.</summary>
    public static string? Of<T>(IReadOnlyDictionary<string, T>? map) => Of(map, static value => value?.ToString());

    /// <summary><c>[a = [1], b = [2, 3]]</c>; null for a map that is not there.</summary>
    /// <param name="map">The map.</param>
    /// <param name="print">Prints one of its values.</param>
    public static string? Of<T>(IReadOnlyDictionary<string, T>? map, Func<T, string?> print)
    {
        if (map is null)
        {
            return null;
        }

        List<string> texts = [];
        foreach ((string key, T value) in map)
        {
            if (texts.Count < MaxItems)
            {
                texts.Add($"{key} = {print(value) ?? "null"}");
            }
        }

        return Join(texts, map.Count);
    }

    private static string Join(List<string> texts, int count)
    {
        string printed = string.Join(", ", texts);
        return count > MaxItems
            ? string.Create(CultureInfo.InvariantCulture, $"[{printed}, … {count - MaxItems} more]")
            : $"[{printed}]";
    }
}
