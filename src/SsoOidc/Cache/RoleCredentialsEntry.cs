using System.Text;
using System.Text.Json.Nodes;
using SsoOidcGen.Runtime;

namespace SsoOidc;

/// <summary>The credentials of a role in the AWS CLI's credential cache (<c>~/.aws/cli/cache</c>).</summary>
internal static class RoleCredentialsEntry
{
    private const string Provider = "sso";

    /// <exception cref="FormatException">It is not such an entry.</exception>
    public static AwsCredentials FromJson(ReadOnlySpan<byte> json)
    {
        JsonObject credentials =
            CacheEntry.Parse(json)["Credentials"] as JsonObject ?? throw new FormatException("it holds no credentials");
        return new AwsCredentials(
            CacheEntry.RequiredText(credentials, "AccessKeyId"),
            CacheEntry.RequiredText(credentials, "SecretAccessKey"),
            CacheEntry.RequiredText(credentials, "SessionToken")
        )
        {
            Expiration = CacheEntry.RequiredTime(credentials, "Expiration"),
            AccountId = CacheEntry.Text(credentials, "AccountId"),
        };
    }

    public static byte[] ToJson(AwsCredentials credentials)
    {
        JsonObject entry = new()
        {
            ["ProviderType"] = Provider,
            ["Credentials"] = new JsonObject
            {
                ["AccessKeyId"] = credentials.AccessKeyId,
                ["SecretAccessKey"] = credentials.SecretAccessKey,
                ["SessionToken"] = credentials.SessionToken,
                ["Expiration"] = credentials.Expiration is { } end ? CacheTimestamp.Format(end) : null,
                ["AccountId"] = credentials.AccountId,
            },
        };
        return Encoding.ASCII.GetBytes(PythonJson.Write(entry));
    }

    /// <summary>Whether a cache file holds credentials that came from an access portal.</summary>
    public static bool IsFromPortal(ReadOnlySpan<byte> json)
    {
        try
        {
            return CacheEntry.Text(CacheEntry.Parse(json), "ProviderType") == Provider;
        }
        catch (FormatException)
        {
            // Damaged, with secrets that may be legible still.
            return json.IndexOf("\"ProviderType\": \"sso\""u8) >= 0;
        }
    }
}
