using System.Net.Http.Headers;
using System.Text;

namespace SsoOidcGen.Runtime;

/// <summary>The headers of a request as a signature covers them.</summary>
/// <param name="Lines">A line <c>name:value</c> for each, sorted by lower-case name.</param>
/// <param name="Names">The names, sorted, with semicolons between.</param>
internal readonly record struct CanonicalHeaders(string Lines, string Names)
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

    public static CanonicalHeaders Of(HttpRequestMessage message)
    {
        SortedDictionary<string, string> headers = new(StringComparer.Ordinal);
        Add(headers, message.Headers.NonValidated);
        if (message.Content is { } content)
        {
            Add(headers, content.Headers.NonValidated);
        }

        headers.TryAdd("host", message.RequestUri!.Authority);
        return Of(headers);
    }

    /// <param name="headers">Values by lower-case name; values of the same name joined by commas.</param>
    internal static CanonicalHeaders Of(SortedDictionary<string, string> headers)
    {
        StringBuilder lines = new();
        foreach ((string name, string value) in headers)
        {
            lines.Append(name).Append(':');
            AppendCollapsed(lines, value);
            lines.Append('\n');
        }

        return new CanonicalHeaders(lines.ToString(), string.Join(';', headers.Keys));
    }

    private static void Add(SortedDictionary<string, string> headers, HttpHeadersNonValidated added)
    {
        foreach ((string name, HeaderStringValues values) in added)
        {
            if (!Unsigned.Contains(name))
            {
                headers[name.ToLowerInvariant()] = string.Join(',', values);
            }
        }
    }

    /// <summary>Trims a value and makes one blank of each run of white space.</summary>
    private static void AppendCollapsed(StringBuilder target, string value)
    {
        bool isPending = false;
        foreach (char c in value.AsSpan().Trim())
        {
            if (char.IsWhiteSpace(c))
            {
                isPending = true;
                continue;
            }

            target.Append(isPending ? " " : "").Append(c);
            isPending = false;
        }
    }
}
