using System.Net.Http.Headers;

namespace SsoOidcGen.Runtime;

/// <summary>The headers of a request as a signature covers them: by lower-case name, sorted, blanks collapsed.</summary>
internal sealed class CanonicalHeaders
{
    // The signature itself, and what proxies change or add on the way.
    private static readonly HashSet<string> Unsigned = new(StringComparer.OrdinalIgnoreCase)
    {
        "Authorization",
        "Connection",
        "Expect",
        "Keep-Alive",
        "Proxy-Authenticate",
        "Proxy-Authorization",
        "TE",
        "Trailer",
        "Transfer-Encoding",
        "Upgrade",
        "User-Agent",
        "X-Amzn-Trace-Id",
    };

    private readonly List<KeyValuePair<string, string>> _headers = [];

    public CanonicalHeaders(HttpRequestMessage message)
    {
        Add(message.Headers.NonValidated);
        if (message.Content is { } content)
        {
            Add(content.Headers.NonValidated);
        }

        if (message.Headers.Host is null)
        {
            _headers.Add(new("host", message.RequestUri!.Authority));
        }

        _headers.Sort(static (left, right) => string.CompareOrdinal(left.Key, right.Key));
        Names = string.Join(';', _headers.Select(header => header.Key));
    }

    /// <summary>The names with semicolons between.</summary>
    public string Names { get; }

    /// <summary>Writes a line <c>name:value</c> for each.</summary>
    public void WriteTo(PooledBuffer target)
    {
        foreach ((string name, string value) in _headers)
        {
            target.Write(name);
            target.Write(":");
            target.Write(value);
            target.Write("\n");
        }
    }

    private void Add(HttpHeadersNonValidated headers)
    {
        foreach ((string name, HeaderStringValues values) in headers)
        {
            if (!Unsigned.Contains(name))
            {
                _headers.Add(new(name.ToLowerInvariant(), Collapsed(values)));
            }
        }
    }

    /// <summary>Trims the values, makes one blank of each run of white space, and joins them with commas.</summary>
    private static string Collapsed(HeaderStringValues values) =>
        string.Join(
            ',',
            values.Select(value => string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
        );
}
