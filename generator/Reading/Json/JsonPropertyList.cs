using System.Collections;

namespace SsoOidcGen.Reading.Json;

/// <summary>The properties of one object, in order and found by name.</summary>
/// <remarks>Most objects of a model have one or two, so there are a great many of these.</remarks>
internal sealed class JsonPropertyList : IReadOnlyList<JsonProperty>
{
    private const int LargestScanned = 16;

    private JsonProperty[] _items = [];
    private Dictionary<string, int>? _index;

    /// <summary>Of an object without properties; nothing may be added.</summary>
    public static JsonPropertyList Empty { get; } = new();

    public int Count { get; private set; }

    public JsonProperty this[int position] => _items[position];

    /// <summary>Adds a property, or gives the one of that name its value.</summary>
    /// <returns>False when the name was there already.</returns>
    public bool Set(JsonProperty property)
    {
        int earlier = IndexOf(property.Name);
        if (earlier >= 0)
        {
            _items[earlier] = property;
            return false;
        }

        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Math.Max(2, 2 * Count));
        }

        _items[Count++] = property;
        if (_index is not null)
        {
            _index.Add(property.Name, Count - 1);
        }
        else if (Count > LargestScanned)
        {
            _index = Enumerable.Range(0, Count).ToDictionary(i => _items[i].Name, i => i);
        }

        return true;
    }

    /// <summary>-1 when there is no property of that name.</summary>
    public int IndexOf(string name)
    {
        if (_index is not null)
        {
            return _index.TryGetValue(name, out int found) ? found : -1;
        }

        for (int i = 0; i < Count; i++)
        {
            if (_items[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    public IEnumerator<JsonProperty> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return _items[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
