namespace SsoOidcGen.Runtime;

public sealed partial class RequestWriter
{
    private readonly List<KeyValuePair<string, string>> _headers = [];

    /// <summary>Adds a header; null leaves it out.</summary>
    public void Header(string name, string? value)
    {
        if (value is not null)
        {
            _headers.Add(new(name, value));
        }
    }

    /// <summary>Adds a header with its items joined by commas; null leaves it out.</summary>
    public void Header(string name, IEnumerable<string>? items) =>
        Header(name, items is null ? null : string.Join(", ", items));

    /// <summary>Adds a header for each entry (Smithy <c>httpPrefixHeaders</c>).</summary>
    public void PrefixHeaders(string prefix, IEnumerable<KeyValuePair<string, string>>? entries)
    {
        foreach ((string name, string value) in entries ?? [])
        {
            if (!HasHeader(prefix + name))
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

    private int IndexOfHeader(string name) =>
        _headers.FindIndex(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase));
}
