using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.Formats;

/// <summary>Texts with places for members: <c>/v1/{Name}/{Key+}?list</c> and the host prefix <c>{AccountId}.</c></summary>
internal static class UriPatternReader
{
    /// <summary>Null, with a diagnostic, when it is no path.</summary>
    public static UriPattern? ReadUri(JsonString uri, DiagnosticBag diagnostics)
    {
        string text = uri.Value;
        int question = text.IndexOf('?');
        string path = question < 0 ? text : text.Substring(0, question);
        if (path.Length == 0 || path[0] != '/')
        {
            Report(uri, $"the path must begin with '/'; correct '{text}'", diagnostics);
            return null;
        }

        return ReadSegments(uri, path, diagnostics) is { } segments
            ? new UriPattern(segments, ReadQuery(text.Substring(path.Length)).ToEquatableArray())
            : null;
    }

    /// <summary>Null, with a diagnostic, when it is none.</summary>
    /// <param name="endpoint">What an operation says about its endpoint.</param>
    public static EquatableArray<UriSegment>? ReadHostPrefix(JsonFields endpoint) =>
        endpoint.Require<JsonString>("hostPrefix", "a string") is { } prefix
            ? ReadSegments(prefix, prefix.Value, endpoint.Diagnostics)
            : null;

    private static EquatableArray<UriSegment>? ReadSegments(JsonString place, string text, DiagnosticBag diagnostics)
    {
        List<UriSegment> segments = [];
        int position = 0;
        while (position < text.Length)
        {
            int open = text.IndexOf('{', position);
            int literalEnd = open < 0 ? text.Length : open;
            if (literalEnd > position)
            {
                segments.Add(new UriSegment(text.Substring(position, literalEnd - position)));
            }

            if (open < 0)
            {
                break;
            }

            int close = text.IndexOf('}', open);
            string label = close < 0 ? "" : text.Substring(open + 1, close - open - 1);
            bool greedy = label.EndsWith("+", StringComparison.Ordinal);
            string name = greedy ? label.Substring(0, label.Length - 1) : label;
            if (name.Length == 0)
            {
                Report(place, $"the label at character {open + 1} of '{text}' has no name or no '}}'", diagnostics);
                return null;
            }

            segments.Add(new UriSegment(name, IsLabel: true, greedy));
            position = close + 1;
        }

        return segments.ToEquatableArray();
    }

    private static IEnumerable<QueryLiteral> ReadQuery(string query) =>
        query
            .TrimStart('?')
            .Split(['&'], StringSplitOptions.RemoveEmptyEntries)
            .Select(static part => part.Split(['='], 2))
            .Select(static pair => new QueryLiteral(pair[0], pair.Length == 2 ? pair[1] : null));

    private static void Report(JsonString place, string fault, DiagnosticBag diagnostics) =>
        diagnostics.Add(ReadingDiagnostics.InvalidHttpBinding, place.Span, fault);
}
