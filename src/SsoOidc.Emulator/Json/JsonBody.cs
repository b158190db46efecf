using System.Text.Json;

namespace SsoOidc.Emulator;

/// <summary>The JSON object of a request. A member that is absent, <see langword="null"/> or empty counts as not given.</summary>
internal sealed class JsonBody
{
    private readonly JsonElement _root;

    private JsonBody(JsonElement root) => _root = root;

    public static async Task<JsonBody> ReadAsync(HttpContext context)
    {
        try
        {
            using JsonDocument document = await JsonDocument.ParseAsync(
                context.Request.Body,
                cancellationToken: context.RequestAborted
            );
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return new JsonBody(document.RootElement.Clone());
            }
        }
        catch (JsonException)
        {
            // Refused below, like every other body that is not an object.
        }

        throw OAuthError.Create("invalid_request", "The body is not a JSON object");
    }

    public string Required(string name) =>
        Optional(name) ?? throw OAuthError.Create("invalid_request", $"Missing required member: {name}");

    public string? Optional(string name) =>
        Member(name) switch
        {
            null => null,
            { } member => Text(member, name) is { Length: > 0 } text ? text : null,
        };

    /// <returns>The strings of the list; <see langword="null"/> when it is not given or has none.</returns>
    public IReadOnlyList<string>? OptionalList(string name)
    {
        if (Member(name) is not { } member)
        {
            return null;
        }

        if (member.ValueKind != JsonValueKind.Array)
        {
            throw OAuthError.Create("invalid_request", $"Not a list of strings: {name}");
        }

        return member.GetArrayLength() == 0 ? null : [.. member.EnumerateArray().Select(item => Text(item, name))];
    }

    private static string Text(JsonElement value, string name)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString()! : throw NotText(name);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, or bytes that are not UTF-8.
            throw NotText(name);
        }
    }

    private static ProtocolException NotText(string name) =>
        OAuthError.Create("invalid_request", $"Not a string: {name}");

    private JsonElement? Member(string name)
    {
        try
        {
            return _root.TryGetProperty(name, out JsonElement member) && member.ValueKind != JsonValueKind.Null
                ? member
                : null;
        }
        catch (InvalidOperationException)
        {
            throw OAuthError.Create("invalid_request", "The name of a member is not a string");
        }
    }
}
