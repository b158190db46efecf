using System.Security.Cryptography;
using System.Text;

namespace SsoOidc.Emulator;

/// <summary>The one spelling of a request that both sides of a signature agree on (AWS reference, "Create a signed request").</summary>
internal static class CanonicalRequest
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    public static string Create(SignedRequest request, IReadOnlyList<string> signedHeaders)
    {
        int question = request.Target.IndexOf('?');
        string path = question < 0 ? request.Target : request.Target[..question];
        string query = question < 0 ? "" : request.Target[(question + 1)..];
        IEnumerable<string> headers = signedHeaders.Select(name => $"{name}:{HeaderValue(request, name)}\n");
        return string.Join(
            '\n',
            request.Method,
            Path(path),
            Query(query),
            string.Concat(headers),
            string.Join(';', signedHeaders),
            Hexadecimal.Encode(SHA256.HashData(request.Body.Span))
        );
    }

    /// <summary>Without dot and empty segments, and encoded once more than on the wire.</summary>
    private static string Path(string path)
    {
        var segments = new List<string>();
        foreach (string segment in path.Split('/'))
        {
            switch (segment)
            {
                case "" or ".":
                    break;
                case "..":
                    if (segments.Count > 0)
                    {
                        segments.RemoveAt(segments.Count - 1);
                    }

                    break;
                default:
                    segments.Add(Encode(segment));
                    break;
            }
        }

        bool isFolder = segments.Count > 0 && path.EndsWith('/');
        return $"/{string.Join('/', segments)}{(isFolder ? "/" : "")}";
    }

    /// <summary>Sorted by name, then value, after encoding.</summary>
    private static string Query(string query) =>
        string.Join(
            '&',
            query
                .Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Select(pair => pair.Split('=', 2))
                .Select(pair => (Name: Reencode(pair[0]), Value: pair.Length == 2 ? Reencode(pair[1]) : ""))
                .OrderBy(pair => pair.Name, StringComparer.Ordinal)
                .ThenBy(pair => pair.Value, StringComparer.Ordinal)
                .Select(pair => $"{pair.Name}={pair.Value}")
        );

    private static string HeaderValue(SignedRequest request, string name) =>
        string.Join(
            ',',
            request
                .Headers.Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                .Select(header =>
                    string.Join(' ', header.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                )
        );

    private static string Reencode(string text) => Encode(Uri.UnescapeDataString(text));

    private static string Encode(string text)
    {
        var encoded = new StringBuilder();
        foreach (byte octet in Encoding.UTF8.GetBytes(text))
        {
            if (Unreserved.Contains((char)octet))
            {
                encoded.Append((char)octet);
            }
            else
            {
                encoded.Append($"%{octet:X2}");
            }
        }

        return encoded.ToString();
    }
}
