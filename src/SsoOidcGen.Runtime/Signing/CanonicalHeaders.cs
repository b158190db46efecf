using System.Net.Http.Headers;

namespace SsoOidcGen.Runtime;

/// <summary>The headers of a request as a signature covers them: by lower-case name, sorted, blanks collapsed.</summary>
internal sealed class CanonicalHeaders
{
    private readonly List<KeyValuePair<string, string>> _headers = new(capacity: 8);

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
        Names = string.Join(';', _headers.Select(static header => header.Key));
    }

    /// <summary>The names with semicolons between.</summary>
    public string Names { get; }

    /// <summary>Writes a line <c>name:value</c> for each.</summary>
    public void WriteTo(PooledBuffer target)
    {
        foreach ((string name, string value) in _headers)
        {
            target.Write(name);
            target.Append(":"u8);
            target.Write(value);
            target.Append("\n"u8);
        }
    }

    private void Add(HttpHeadersNonValidated headers)
    {
        foreach ((string name, HeaderStringValues values) in headers)
        {
            string lowerCase = name.ToLowerInvariant();
            if (IsSigned(lowerCase))
            {
                _headers.Add(new(lowerCase, Collapsed(values)));
            }
        }
    }

    /// <summary>Not the signature itself, and not what proxies change or add on the way.</summary>
    private static bool IsSigned(string name) =>
        name
            is not (
                "authorization"
                or "connection"
                or "expect"
                or "keep-alive"
                or "proxy-authenticate"
                or "proxy-authorization"
                or "te"
                or "trailer"
                or "transfer-encoding"
                or "upgrade"
                or "user-agent"
                or "x-amzn-trace-id"
            );

    /// <summary>Trims the values, makes one blank of each run of white space, and joins them with commas.</summary>
    private static string Collapsed(HeaderStringValues values) =>
        values.Count == 1 && IsCollapsed(values.ToString())
            ? values.ToString()
            : string.Join(
                ',',
                values.Select(value =>
                    string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                )
            );

    private static bool IsCollapsed(string value)
    {
        bool isAfterBlank = true;
        foreach (char c in value)
        {
            bool isBlank = char.IsWhiteSpace(c);
            if (isBlank && (isAfterBlank || c != ' '))
            {
                return false;
            }

            isAfterBlank = isBlank;
        }

        return !isAfterBlank || value.Length == 0;
    }
}
