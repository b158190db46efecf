using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace SsoOidc;

/// <summary>Names of cache files, those of the AWS CLI and SDKs: the SHA-1 of what they are for, in lower-case hex.</summary>
internal static class CacheKeys
{
    /// <summary>The token of a session, by its name, or by its start URL to the letter when it has none.</summary>
    public static string Token(SsoSession session) => Token(session.Name ?? session.StartUrl);

    /// <inheritdoc cref="Token(SsoSession)"/>
    public static string Token(string nameOrStartUrl) => Hash(nameOrStartUrl);

    /// <summary>The client registration of a tool for a session; every tool has its own.</summary>
    public static string Registration(SsoSession session, string region, string tool)
    {
        JsonObject sorted = new()
        {
            ["region"] = region,
            ["scopes"] = session.Scopes is { } scopes
                ? new JsonArray([.. scopes.Select(scope => (JsonNode)scope)])
                : null,
            ["session_name"] = session.Name,
            ["startUrl"] = session.StartUrl,
            ["tool"] = tool,
        };
        return Hash(PythonJson.Write(sorted));
    }

    /// <summary>The credentials of a role. The AWS CLI leaves the region out of this key.</summary>
    public static string RoleCredentials(SsoSession session, string accountId, string roleName)
    {
        JsonObject sorted = new() { ["accountId"] = accountId, ["roleName"] = roleName };
        sorted.Add(session.Name is null ? "startUrl" : "sessionName", session.Name ?? session.StartUrl);
        return Hash(PythonJson.WriteMinified(sorted));
    }

    private static string Hash(string text) =>
        Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(text))).ToLowerInvariant();
}
