using System.Text;
using System.Text.Json;

namespace SsoOidcGen.Conformance.Protocols;

/// <summary>Compares a request with the one that a case expects.</summary>
internal static class RequestComparison
{
    public static IEnumerable<string> Differences(CapturingHandler sent, JsonElement expected)
    {
        if (Text(expected, "method") is { } method && method != sent.Method)
        {
            yield return $"method: {sent.Method} instead of {method}";
        }

        string target = sent.Uri.OriginalString[sent.Uri.OriginalString.IndexOf('/', "https://".Length)..];
        if (Text(expected, "uri") is { } uri && uri != target)
        {
            yield return $"uri: {target} instead of {uri}";
        }

        if (
            Text(expected, "host") is { } host
            && !$"{sent.Uri.Authority}{sent.Uri.AbsolutePath}".StartsWith(host, StringComparison.Ordinal)
        )
        {
            yield return $"host: {sent.Uri.Authority} instead of {host}";
        }

        if (Text(expected, "body") is { } body && BodyDifference(sent, body) is { } bodies)
        {
            yield return bodies;
        }

        foreach (string difference in HeaderDifferences(sent.Headers, expected))
        {
            yield return difference;
        }
    }

    public static IEnumerable<string> HeaderDifferences(Dictionary<string, string> sent, JsonElement expected)
    {
        if (expected.TryGetProperty("headers", out JsonElement headers))
        {
            foreach (JsonProperty header in headers.EnumerateObject())
            {
                string? value = sent.GetValueOrDefault(header.Name);
                if (value != header.Value.GetString())
                {
                    yield return $"header {header.Name}: '{value}' instead of '{header.Value.GetString()}'";
                }
            }
        }

        foreach (string name in Names(expected, "requireHeaders").Where(name => !sent.ContainsKey(name)))
        {
            yield return $"header {name} is missing";
        }

        foreach (string name in Names(expected, "forbidHeaders").Where(sent.ContainsKey))
        {
            yield return $"header {name} must not be sent";
        }
    }

    private static IEnumerable<string> Names(JsonElement expected, string property) =>
        expected.TryGetProperty(property, out JsonElement names)
            ? names.EnumerateArray().Select(static name => name.GetString()!)
            : [];

    private static string? BodyDifference(CapturingHandler sent, string expected)
    {
        byte[] body = sent.Body ?? [];
        string actual = Encoding.UTF8.GetString(body);
        if (sent.Headers.GetValueOrDefault("Content-Type") == "application/cbor")
        {
            actual = CborJson.Convert(body);
            expected = CborJson.Convert(Convert.FromBase64String(expected));
        }

        return IsSameBody(actual, expected) ? null : $"body: {actual} instead of {expected}";
    }

    private static bool IsSameBody(string actual, string expected) =>
        actual == expected
        || XmlText.AreSame(actual, expected)
        || (
            TryParse(actual, out JsonElement left)
            && TryParse(expected, out JsonElement right)
            && JsonElement.DeepEquals(left, right)
        );

    private static bool TryParse(string text, out JsonElement json)
    {
        try
        {
            json = JsonDocument.Parse(text).RootElement;
            return true;
        }
        catch (JsonException)
        {
            json = default;
            return false;
        }
    }

    private static string? Text(JsonElement expected, string property) =>
        expected.TryGetProperty(property, out JsonElement value) ? value.GetString() : null;
}
