using System.Buffers;
using System.Net.Http.Headers;
using System.Text;

namespace SsoOidcGen.Runtime;

/// <summary>The headers of a request as a signature covers them: by lower-case name, sorted, blanks collapsed.</summary>
internal static class CanonicalHeaders
{
    private static readonly HashSet<string> Unsigned = new(StringComparer.OrdinalIgnoreCase)
    {
        // The signature itself, and what proxies change or add on the way.
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

    /// <summary>Writes a line <c>name:value</c> for each header, an empty line, and the names with semicolons between.</summary>
    /// <returns>Where the names are in <paramref name="target"/>.</returns>
    public static Range Write(PooledBuffer target, HttpRequestMessage message)
    {
        HttpHeadersNonValidated ofMessage = message.Headers.NonValidated;
        HttpHeadersNonValidated ofContent = message.Content?.Headers.NonValidated ?? default;
        int most = ofMessage.Count + ofContent.Count + 1;
        Header[] rented = ArrayPool<Header>.Shared.Rent(most);
        int count = Collect(ofMessage, rented, 0);
        count = Collect(ofContent, rented, count);
        if (message.Headers.Host is null)
        {
            rented[count++] = new Header("host", HostOf(message.RequestUri!));
        }

        Span<Header> headers = rented.AsSpan(0, count);
        headers.Sort(static (left, right) => Compare(left.Name, right.Name));
        foreach (Header header in headers)
        {
            WriteName(target, header.Name);
            target.Append(":"u8);
            target.Write(header.Value);
            target.Append("\n"u8);
        }

        target.Append("\n"u8);
        int start = target.Length;
        foreach (Header header in headers)
        {
            if (target.Length > start)
            {
                target.Append(";"u8);
            }

            WriteName(target, header.Name);
        }

        ArrayPool<Header>.Shared.Return(rented, clearArray: true);
        return start..target.Length;
    }

    private static int Collect(HttpHeadersNonValidated headers, Header[] target, int count)
    {
        foreach ((string name, HeaderStringValues values) in headers)
        {
            if (!Unsigned.Contains(name))
            {
                target[count++] = new Header(name, Collapsed(values));
            }
        }

        return count;
    }

    private static string HostOf(Uri address) => address.IsDefaultPort ? address.Host : address.Authority;

    private static void WriteName(PooledBuffer target, string name)
    {
        Ascii.ToLower(name, target.GetSpan(name.Length), out int written);
        target.Advance(written);
    }

    private static int Compare(string left, string right)
    {
        for (int i = 0; i < left.Length && i < right.Length; i++)
        {
            int order = Lower(left[i]) - Lower(right[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return left.Length - right.Length;
    }

    private static int Lower(char c) => char.IsAsciiLetterUpper(c) ? c | 0x20 : c;

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

    private readonly record struct Header(string Name, string Value);
}
