using System.Text;
using System.Text.Json.Nodes;

namespace SsoOidc;

/// <summary>A client that was registered with the service (RFC 7591), as its cache file holds it.</summary>
internal sealed record ClientRegistration(string ClientId, string ClientSecret, DateTimeOffset ExpiresAt)
{
    public IReadOnlyList<string>? Scopes { get; init; }

    public IReadOnlyList<string>? GrantTypes { get; init; }

    public static ClientRegistration FromJson(ReadOnlySpan<byte> json)
    {
        JsonObject members = CacheEntry.Parse(json);
        return new ClientRegistration(
            CacheEntry.RequiredText(members, "clientId"),
            CacheEntry.RequiredText(members, "clientSecret"),
            CacheEntry.RequiredTime(members, "expiresAt")
        )
        {
            Scopes = CacheEntry.Texts(members, "scopes"),
            GrantTypes = CacheEntry.Texts(members, "grantTypes"),
        };
    }

    public byte[] ToJson()
    {
        JsonObject members = new()
        {
            ["clientId"] = ClientId,
            ["clientSecret"] = ClientSecret,
            ["expiresAt"] = CacheTimestamp.Format(ExpiresAt),
        };
        Add(members, "scopes", Scopes);
        Add(members, "grantTypes", GrantTypes);
        return Encoding.ASCII.GetBytes(PythonJson.Write(members));
    }

    public override string ToString() => $"ClientRegistration {{ ClientId = {ClientId}, ExpiresAt = {ExpiresAt:u} }}";

    private static void Add(JsonObject members, string name, IReadOnlyList<string>? texts)
    {
        if (texts is not null)
        {
            members[name] = new JsonArray([.. texts.Select(text => (JsonNode)text)]);
        }
    }
}
