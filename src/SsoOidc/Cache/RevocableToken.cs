using System.Text.Json.Nodes;

namespace SsoOidc;

/// <summary>What signing out needs of a cached token: less than its use does, so that damaged ones do not survive.</summary>
/// <param name="AccessToken">Null when it is not legible, and the session can only be forgotten.</param>
/// <param name="Region">Null when there is none that could be one.</param>
internal sealed record RevocableToken(string? AccessToken, string? Region)
{
    /// <returns>Null when the entry is no token.</returns>
    public static RevocableToken? TryRead(ReadOnlySpan<byte> json)
    {
        try
        {
            JsonObject members = CacheEntry.Parse(json);
            return members.ContainsKey("accessToken")
                ? new RevocableToken(CacheEntry.AccessToken(members), CacheEntry.Region(members))
                : null;
        }
        catch (FormatException)
        {
            return json.IndexOf("\"accessToken\""u8) < 0 ? null : new RevocableToken(AccessToken: null, Region: null);
        }
    }

    /// <summary>No secret.</summary>
    public override string ToString() => $"RevocableToken {{ Region = {Region} }}";
}
