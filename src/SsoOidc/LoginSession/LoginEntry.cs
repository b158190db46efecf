using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SsoOidc.Signin;
using SsoOidcGen.Runtime;

namespace SsoOidc;

/// <summary>What <c>aws login</c> keeps of a session in its cache; members that only other tools know are kept.</summary>
internal sealed class LoginEntry
{
    private const string AccessToken = "accessToken";
    private const string CurveP256 = "1.2.840.10045.3.1.7";
    private readonly JsonObject _members;
    private readonly string _key;

    private LoginEntry(JsonObject members)
    {
        _members = members;
        JsonObject token =
            members[AccessToken] as JsonObject
            ?? throw new FormatException($"its member '{AccessToken}' is missing or not an object");
        Credentials = new AwsCredentials(
            CacheEntry.RequiredText(token, "accessKeyId"),
            CacheEntry.RequiredText(token, "secretAccessKey"),
            CacheEntry.RequiredText(token, "sessionToken")
        )
        {
            Expiration = CacheEntry.RequiredTime(token, "expiresAt"),
            AccountId = CacheEntry.Text(token, "accountId"),
        };
        ClientId = CacheEntry.RequiredText(members, "clientId");
        RefreshToken = CacheEntry.RequiredText(members, "refreshToken");
        _key = CacheEntry.RequiredText(members, "dpopKey");
    }

    public AwsCredentials Credentials { get; }

    public string ClientId { get; }

    public string RefreshToken { get; }

    /// <exception cref="FormatException">It is no such entry.</exception>
    public static LoginEntry FromJson(ReadOnlySpan<byte> json) => new(CacheEntry.Parse(json));

    /// <summary>The entry with what a refresh brought.</summary>
    /// <returns>Null when that is not all that it should be.</returns>
    public LoginEntry? Refreshed(CreateOAuth2TokenResponseBody? response, DateTimeOffset now)
    {
        if (
            response is not { AccessToken: { } issued, ExpiresIn: > 0 and var lifetime }
            || string.IsNullOrEmpty(issued.AccessKeyId)
            || string.IsNullOrEmpty(issued.SecretAccessKey)
            || string.IsNullOrEmpty(issued.SessionToken)
        )
        {
            return null;
        }

        JsonObject members = _members.DeepClone().AsObject();
        JsonObject token = members[AccessToken]!.AsObject();
        token["accessKeyId"] = issued.AccessKeyId;
        token["secretAccessKey"] = issued.SecretAccessKey;
        token["sessionToken"] = issued.SessionToken;
        token["expiresAt"] = CacheTimestamp.Format(now.AddSeconds(lifetime));
        members["refreshToken"] = string.IsNullOrEmpty(response.RefreshToken) ? RefreshToken : response.RefreshToken;
        return new LoginEntry(members);
    }

    /// <summary>The private key that the session is bound to.</summary>
    /// <exception cref="FormatException">It is none on the curve P-256.</exception>
    public ECDsa ImportKey()
    {
        ECDsa key = ECDsa.Create();
        try
        {
            key.ImportFromPem(_key);
            if (key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == CurveP256)
            {
                return key;
            }
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            // Reported below.
        }

        key.Dispose();
        throw new FormatException("its member 'dpopKey' is no private key on the curve P-256");
    }

    public byte[] ToJson() => Encoding.ASCII.GetBytes(PythonJson.Write(_members));

    /// <summary>The client and the credentials without their secrets.</summary>
    public override string ToString() => $"LoginEntry {{ ClientId = {ClientId}, Credentials = {Credentials} }}";
}
