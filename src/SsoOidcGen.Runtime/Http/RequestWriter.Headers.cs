using System.Buffers;

namespace SsoOidcGen.Runtime;

public sealed partial class RequestWriter
{
    // RFC 9110 §5.5. A line break would end the header and begin another one.
    private static readonly SearchValues<char> ValueText = SearchValues.Create(
        "\t !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"
    );

    // RFC 9110 §5.6.2, token.
    private static readonly SearchValues<char> NameText = SearchValues.Create(
        "!#$%&'*+-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ^_`abcdefghijklmnopqrstuvwxyz|~"
    );

    private readonly List<KeyValuePair<string, string>> _headers = [];

    /// <summary>What is wrong with the first header that cannot be sent.</summary>
    internal string? HeaderFault { get; private set; }

    /// <summary>Adds a header; null leaves it out.</summary>
    public void Header(string name, string? value)
    {
        if (value is null)
        {
            return;
        }

        if (value.AsSpan().ContainsAnyExcept(ValueText))
        {
            HeaderFault ??= $"The header {name} has a line break or a character beyond ASCII, which it cannot carry";
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
            if (name.AsSpan().ContainsAnyExcept(NameText))
            {
                HeaderFault ??= $"A name of the headers {prefix}… may have letters, digits and '-', nothing else";
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
