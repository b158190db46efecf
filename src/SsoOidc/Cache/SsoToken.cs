using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SsoOidc;

/// <summary>
/// A signed-in session: its access token and what it takes to refresh it. In a cache it has the form that AWS CLI v2
/// and the AWS SDKs read and write; members that only other tools know are kept.
/// </summary>
public sealed record SsoToken
{
    /// <summary>The bearer token for the access portal; a secret.</summary>
    public required string AccessToken { get; init; }

    /// <summary>When the access token ceases to be valid; whole seconds in a cache.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The start URL of the session as it is configured.</summary>
    public string? StartUrl { get; init; }

    /// <summary>The region of the service that issued the token.</summary>
    public string? Region { get; init; }

    /// <summary>The registered OAuth client that got the token.</summary>
    public string? ClientId { get; init; }

    /// <summary>The client's secret.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>When the client's registration ends; no refresh is possible afterwards.</summary>
    public DateTimeOffset? RegistrationExpiresAt { get; init; }

    /// <summary>Gets a new access token (RFC 6749 §6); a secret. Null when the session cannot be refreshed.</summary>
    public string? RefreshToken { get; init; }

    /// <summary>The JSON it was read from, for the members that only other tools know.</summary>
    private string? Source { get; init; }

    /// <summary>Reads the JSON of a cache file.</summary>
    /// <param name="json">The text in UTF-8.</param>
    /// <exception cref="FormatException">It is not JSON, or <c>accessToken</c> or <c>expiresAt</c> is missing or of another form, or <c>region</c> is not a region.</exception>
    public static SsoToken FromJson(ReadOnlySpan<byte> json)
    {
        JsonObject members = CacheEntry.Parse(json);
        return new SsoToken
        {
            AccessToken =
                CacheEntry.AccessToken(members)
                ?? throw new FormatException("its member 'accessToken' is missing or not a string of visible ASCII"),
            ExpiresAt = CacheEntry.RequiredTime(members, "expiresAt"),
            StartUrl = CacheEntry.Text(members, "startUrl"),
            Region =
                CacheEntry.Region(members)
                ?? (
                    members["region"] is null
                        ? null
                        : throw new FormatException("its member 'region' is not a region such as eu-central-1")
                ),
            ClientId = CacheEntry.Text(members, "clientId"),
            ClientSecret = CacheEntry.Text(members, "clientSecret"),
            RegistrationExpiresAt = CacheTimestamp.TryParse(CacheEntry.Text(members, "registrationExpiresAt")),
            RefreshToken = CacheEntry.Text(members, "refreshToken"),
            Source = Encoding.UTF8.GetString(json),
        };
    }

    /// <summary>The JSON of a cache file, byte for byte as the AWS CLI writes it.</summary>
    public byte[] ToJson()
    {
        JsonObject members = Source is null ? [] : JsonNode.Parse(Source)!.AsObject();
        CacheEntry.Set(members, "startUrl", StartUrl);
        CacheEntry.Set(members, "region", Region);
        CacheEntry.Set(members, "accessToken", AccessToken);
        CacheEntry.Set(members, "expiresAt", CacheTimestamp.Format(ExpiresAt));
        CacheEntry.Set(members, "clientId", ClientId);
        CacheEntry.Set(members, "clientSecret", ClientSecret);
        CacheEntry.Set(
            members,
            "registrationExpiresAt",
            RegistrationExpiresAt is { } end ? CacheTimestamp.Format(end) : null
        );
        CacheEntry.Set(members, "refreshToken", RefreshToken);
        return Encoding.ASCII.GetBytes(PythonJson.Write(members));
    }

    /// <summary>Start URL, region and expiry; no secret.</summary>
    public override string ToString() =>
        $"SsoToken {{ StartUrl = {StartUrl}, Region = {Region}, ExpiresAt = {ExpiresAt:u}, Refreshable = {RefreshToken is not null} }}";

    /// <summary>A refresh is possible at all: there are a refresh token and a client whose registration has not expired.</summary>
    internal bool IsRefreshableAt(DateTimeOffset now) =>
        RefreshToken is not null && ClientId is not null && ClientSecret is not null && RegistrationExpiresAt > now;
}
