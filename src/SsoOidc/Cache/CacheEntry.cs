using System.Text.Json;
using System.Text.Json.Nodes;
using RegionName = SsoOidcGen.Runtime.RegionName;

namespace SsoOidc;

/// <summary>The JSON object of a cache file. Messages name members, never their values.</summary>
internal static class CacheEntry
{
    public static JsonObject Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            if (JsonNode.Parse(json) is JsonObject members)
            {
                // Text is decoded and members are indexed when first asked for: only reading all of it finds what is wrong.
                PythonJson.Write(members);
                return members;
            }
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException)
        {
            // The inner exception is left out: it could quote a secret.
        }

        throw new FormatException("it is not a JSON object of Unicode text with distinct members");
    }

    public static string? Text(JsonObject members, string name) =>
        members[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String
            ? value.GetValue<string>()
            : null;

    public static string RequiredText(JsonObject members, string name) =>
        Text(members, name) is { Length: > 0 } text
            ? text
            : throw new FormatException($"its member '{name}' is missing, empty or not a string");

    /// <summary>Visible ASCII (RFC 6749 appendix A.12), which is what a header can hold; null when it is anything else.</summary>
    public static string? AccessToken(JsonObject members) =>
        Text(members, "accessToken") is { Length: > 0 } token && !token.AsSpan().ContainsAnyExceptInRange(' ', '~')
            ? token
            : null;

    /// <summary>A region becomes part of a host name: null when it is missing or cannot be that.</summary>
    public static string? Region(JsonObject members) =>
        Text(members, "region") is { } region && RegionName.IsValid(region) ? region : null;

    public static DateTimeOffset RequiredTime(JsonObject members, string name) =>
        CacheTimestamp.TryParse(Text(members, name))
        ?? throw new FormatException(
            $"its member '{name}' is missing or not a point in time like 2026-01-31T08:30:00Z"
        );

    public static IReadOnlyList<string>? Texts(JsonObject members, string name) =>
        members[name] is JsonArray items && items.All(item => item?.GetValueKind() == JsonValueKind.String)
            ? [.. items.Select(item => item!.GetValue<string>())]
            : null;

    /// <summary>Changes a member where it stands, or adds it at the end; null takes it away.</summary>
    public static void Set(JsonObject members, string name, string? value)
    {
        if (value is null)
        {
            members.Remove(name);
        }
        else
        {
            members[name] = value;
        }
    }
}
