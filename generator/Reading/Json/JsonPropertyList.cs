using System.Collections;

namespace SsoOidcGen.Reading.Json;

/// <summary>The properties of one object, in order and found by name.</summary>
internal sealed class JsonPropertyList : IReadOnlyList<JsonProperty>
{
    private const int LargestScanned = 16;

    private readonly List<JsonProperty> _items = [];
    private Dictionary<string, int>? _index;

    public int Count => _items.Count;

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

        _items.Add(property);
        if (_index is not null)
        {
            _index.Add(property.Name, _items.Count - 1);
        }
        else if (_items.Count > LargestScanned)
        {
            _index = Enumerable.Range(0, _items.Count).ToDictionary(i => _items[i].Name, i => i);
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

        for (int i = 0; i < _items.Count; i++)
        {
            if (_items[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    public IEnumerator<JsonProperty> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
