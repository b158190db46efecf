namespace SsoOidcGen.Runtime;

/// <summary>The headers that an input is bound to.</summary>
internal sealed class SentHeaders
{
    private readonly List<KeyValuePair<string, string>> _headers = [];

    /// <summary>What is wrong with the first header that cannot be sent.</summary>
    public string? Error { get; private set; }

    public void Add(string name, string value)
    {
        if (!HeaderText.IsValue(value))
        {
            Error ??= $"The header {name} has a line break or a character beyond ASCII, which it cannot carry";
        }

        _headers.Add(new(name, value));
    }

    /// <summary>Adds a header whose name begins as the model says and ends as the caller does.</summary>
    public void Add(string prefix, string name, string value)
    {
        if (!HeaderText.IsName(name))
        {
            Error ??= $"A name of the headers {prefix}… may have letters, digits and '-', nothing else";
        }
        else if (!Has(prefix + name))
        {
            Add(prefix + name, value);
        }
    }

    public bool Has(string name) => IndexOf(name) >= 0;

    /// <summary>The caller gives a checksum of the body.</summary>
    public bool HasChecksum => _headers.Exists(static header => ChecksumAlgorithm.IsHeader(header.Key));

    /// <summary>Removes a header.</summary>
    /// <returns>Its value; null when there is none.</returns>
    public string? Take(string name)
    {
        int index = IndexOf(name);
        if (index < 0)
        {
            return null;
        }

        string value = _headers[index].Value;
        _headers.RemoveAt(index);
        return value;
    }

    /// <summary>Adds a value to the list that a header holds.</summary>
    public void Append(string name, string value)
    {
        int index = IndexOf(name);
        if (index < 0)
        {
            Add(name, value);
        }
        else
        {
            _headers[index] = new(name, $"{_headers[index].Value}, {value}");
        }
    }

    public void CopyTo(HttpRequestMessage message)
    {
        foreach ((string name, string value) in _headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content ??= new RequestContent(message, body: default, stream: null);
                // The caller's Content-Type goes before the model's.
                message.Content.Headers.Remove(name);
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }

    public void Reset()
    {
        _headers.Clear();
        Error = null;
    }

    private int IndexOf(string name)
    {
        for (int i = 0; i < _headers.Count; i++)
        {
            if (_headers[i].Key.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }
}
