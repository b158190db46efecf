namespace SsoOidcGen.Runtime;

public sealed partial class RequestWriter
{
    private readonly List<KeyValuePair<string, string>> _headers = [];
    private string? _headerFault;

    /// <summary>What is wrong with the first header that cannot be sent.</summary>
    internal string? HeaderFault => _headerFault;

    /// <summary>Adds a header; null leaves it out.</summary>
    public void Header(string name, string? value)
    {
        if (value is null)
        {
            return;
        }

        if (!HeaderText.IsValue(value))
        {
            _headerFault ??= $"The header {name} has a line break or a character beyond ASCII, which it cannot carry";
        }

        _headers.Add(new(name, value));
    }

    /// <summary>Adds a header with its items joined by commas; null leaves it out.</summary>
    public void Header(string name, IEnumerable<string>? items) =>
        Header(name, items is null ? null : string.Join(", ", items));

    /// <summary>Adds a header for each entry (Smithy <c>httpPrefixHeaders</c>).</summary>
    public void PrefixHeaders(string prefix, IEnumerable<KeyValuePair<string, string>>? entries)
    {
        foreach ((string name, string value) in entries ?? [])
        {
            if (!HeaderText.IsName(name))
            {
                _headerFault ??= $"A name of the headers {prefix}… may have letters, digits and '-', nothing else";
            }
            else if (!HasHeader(prefix + name))
            {
                Header(prefix + name, value);
            }
        }
    }

    internal bool HasHeader(string name) => IndexOfHeader(name) >= 0;

    /// <summary>Adds a value to the list that a header holds.</summary>
    internal void AppendToHeader(string name, string value)
    {
        int index = IndexOfHeader(name);
        if (index < 0)
        {
            Header(name, value);
        }
        else
        {
            _headers[index] = new(name, $"{_headers[index].Value}, {value}");
        }
    }

    private void CopyHeadersTo(HttpRequestMessage message)
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

    private int IndexOfHeader(string name)
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
