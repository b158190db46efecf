using System.Text.Json;
using SsoOidcGen.Conformance.Protocols;

namespace SsoOidcGen.Conformance.Smithy;

/// <summary>Compares a request with the one that a case expects.</summary>
internal static class SmithyRequestComparison
{
    public static IEnumerable<string> Differences(CapturingHandler sent, JsonElement expected)
    {
        string target = sent.Uri.OriginalString[sent.Uri.OriginalString.IndexOf('/', "https://".Length)..];
        string[] parts = target.Split('?', 2);
        if (expected.GetProperty("method").GetString() is { } method && method != sent.Method)
        {
            yield return $"method: {sent.Method} instead of {method}";
        }

        if (expected.GetProperty("uri").GetString() is { } uri && uri != parts[0])
        {
            yield return $"uri: {parts[0]} instead of {uri}";
        }

        if (expected.TryGetProperty("resolvedHost", out JsonElement resolved) && resolved.GetString() is { } authority)
        {
            string wanted = authority.Split('/')[0];
            if (sent.Uri.Authority != wanted)
            {
                yield return $"host: {sent.Uri.Authority} instead of {wanted}";
            }
        }

        foreach (string difference in QueryDifferences(parts.Length > 1 ? parts[1] : "", expected))
        {
            yield return difference;
        }

        foreach (string difference in RequestComparison.HeaderDifferences(sent.Headers, expected))
        {
            yield return difference;
        }

        if (
            expected.TryGetProperty("body", out JsonElement body)
            && SmithyBody.Difference(sent.Body ?? [], body.GetString()!, MediaType(expected)) is { } found
        )
        {
            yield return found;
        }
    }

    public static string? MediaType(JsonElement definition) =>
        definition.TryGetProperty("bodyMediaType", out JsonElement type) ? type.GetString() : null;

    private static IEnumerable<string> QueryDifferences(string query, JsonElement expected)
    {
        List<string> sent = [.. query.Split('&', StringSplitOptions.RemoveEmptyEntries)];
        foreach (string parameter in Names(expected, "queryParams"))
        {
            // A name without a value and with an empty one are the same.
            if (!sent.Remove(parameter) && !sent.Remove(parameter + "=") && !sent.Remove(parameter.TrimEnd('=')))
            {
                yield return $"query: {parameter} is missing in '{query}'";
            }
        }

        string[] names = [.. query.Split('&').Select(static parameter => parameter.Split('=')[0])];
        foreach (string name in Names(expected, "forbidQueryParams").Where(names.Contains))
        {
            yield return $"query: {name} must not be sent";
        }

        foreach (string name in Names(expected, "requireQueryParams").Where(name => !names.Contains(name)))
        {
            yield return $"query: {name} is missing";
        }
    }

    private static IEnumerable<string> Names(JsonElement expected, string property) =>
        expected.TryGetProperty(property, out JsonElement names)
            ? names.EnumerateArray().Select(static name => name.GetString()!)
            : [];
}
