using System.Buffers;
using System.Text;

namespace SsoOidcGen.Runtime.CompilerServices;

public static partial class EndpointFunctions
{
    private static readonly SearchValues<char> Unreserved = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
    );

    /// <summary>
    /// <c>substring</c>: the characters from <paramref name="start"/> up to <paramref name="stop"/>, counted from the
    /// end when <paramref name="reverse"/>. Null when the text is too short or not ASCII.
    /// </summary>
    public static string? Substring(string text, int start, int stop, bool reverse)
    {
        if (start < 0 || start >= stop || text.Length < stop || !Ascii.IsValid(text))
        {
            return null;
        }

        int first = reverse ? text.Length - stop : start;
        return text.Substring(first, stop - start);
    }

    /// <summary><c>uriEncode</c>: all but unreserved characters as percent-encoded UTF-8 (RFC 3986 §2).</summary>
    public static string UriEncode(string text) =>
        text.AsSpan().ContainsAnyExcept(Unreserved) ? Uri.EscapeDataString(text) : text;

    /// <summary>
    /// <c>split</c>: the parts between delimiters. At most <paramref name="limit"/> parts, the last with what is left;
    /// 0 means all.
    /// </summary>
    public static IReadOnlyList<string> Split(string text, string delimiter, int limit) =>
        limit == 0 ? text.Split(delimiter) : text.Split(delimiter, limit);
}
