using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SsoOidcGen.Runtime;

/// <summary>Signs requests with AWS Signature Version 4 in the <c>Authorization</c> header. Thread-safe.</summary>
/// <remarks>AWS Identity and Access Management User Guide, "Create a signed AWS API request".</remarks>
internal sealed class SigV4Signer
{
    /// <summary>Stands for the hash of a body that the signature does not cover; for https only.</summary>
    public const string UnsignedPayload = "UNSIGNED-PAYLOAD";

    private const string Algorithm = "AWS4-HMAC-SHA256";
    private const string Terminator = "aws4_request";
    private const string DateHeader = "X-Amz-Date";
    private const string TokenHeader = "X-Amz-Security-Token";
    private const string PayloadHeader = "X-Amz-Content-Sha256";
    private const int DayLength = 8;

    private DerivedKey? _key;

    /// <summary>The lower-case hexadecimal SHA-256 of a body. It holds for all attempts.</summary>
    public static string HashPayload(ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        return Convert.ToHexString(hash).ToLowerInvariant();
    }

    /// <summary>Adds the date, the session token and the signature to a request that is otherwise complete.</summary>
    /// <param name="message">The request; an earlier signature on it is replaced.</param>
    /// <param name="payloadHash">From <see cref="HashPayload"/>, or <see cref="UnsignedPayload"/>.</param>
    /// <param name="credentials">Who signs.</param>
    /// <param name="scope">What the signature is valid for.</param>
    /// <param name="time">The time by the service's clock.</param>
    public void Sign(
        HttpRequestMessage message,
        string payloadHash,
        AwsCredentials credentials,
        SigningScope scope,
        DateTimeOffset time
    )
    {
        string timestamp = time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        Replace(message, DateHeader, timestamp);
        Replace(message, TokenHeader, credentials.SessionToken);
        Replace(message, PayloadHeader, payloadHash == UnsignedPayload ? payloadHash : null);
        Replace(message, "Authorization", null);

        CanonicalHeaders headers = CanonicalHeaders.Of(message);
        string target = message.RequestUri!.PathAndQuery;
        string request = CanonicalRequest(message.Method.Method, target, headers, payloadHash, scope.KeepsPath);
        string authorization = Authorize(request, headers.Names, credentials, scope, timestamp);
        message.Headers.TryAddWithoutValidation("Authorization", authorization);
    }

    /// <summary>The canonical form of a request, over which the signature is made.</summary>
    internal static string CanonicalRequest(
        string method,
        string target,
        CanonicalHeaders headers,
        string payloadHash,
        bool keepsPath
    )
    {
        StringBuilder request = new(capacity: 512);
        int query = target.IndexOf('?', StringComparison.Ordinal);
        ReadOnlySpan<char> path = query < 0 ? target : target.AsSpan(0, query);
        request.Append(method).Append('\n');
        CanonicalTarget.AppendPath(request, path, keepsPath);
        request.Append('\n');
        CanonicalTarget.AppendQuery(request, query < 0 ? "" : target[(query + 1)..]);
        request.Append('\n').Append(headers.Lines).Append('\n').Append(headers.Names).Append('\n').Append(payloadHash);
        return request.ToString();
    }

    internal static string StringToSign(string canonicalRequest, SigningScope scope, string timestamp) =>
        $"{Algorithm}\n{timestamp}\n{CredentialScope(scope, timestamp)}\n{HashPayload(Encoding.UTF8.GetBytes(canonicalRequest))}";

    internal string Authorize(
        string canonicalRequest,
        string signedHeaders,
        AwsCredentials credentials,
        SigningScope scope,
        string timestamp
    )
    {
        Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        byte[] toSign = Encoding.UTF8.GetBytes(StringToSign(canonicalRequest, scope, timestamp));
        HMACSHA256.HashData(KeyFor(credentials, scope, timestamp[..DayLength]), toSign, signature);
        return $"{Algorithm} Credential={credentials.AccessKeyId}/{CredentialScope(scope, timestamp)}, "
            + $"SignedHeaders={signedHeaders}, Signature={Convert.ToHexString(signature).ToLowerInvariant()}";
    }

    private static string CredentialScope(SigningScope scope, string timestamp) =>
        $"{timestamp.AsSpan(0, DayLength)}/{scope.Region}/{scope.Service}/{Terminator}";

    private static void Replace(HttpRequestMessage message, string name, string? value)
    {
        message.Headers.Remove(name);
        if (value is not null)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private byte[] KeyFor(AwsCredentials credentials, SigningScope scope, string day)
    {
        DerivedKey? known = _key;
        if (known is null || !known.IsFor(credentials.SecretAccessKey, scope, day))
        {
            _key = known = DerivedKey.Derive(credentials.SecretAccessKey, scope, day);
        }

        return known.Bytes;
    }

    /// <summary>The key of one day, region and service: worth keeping, since deriving it costs four hashes.</summary>
    private sealed class DerivedKey(string secret, SigningScope scope, string day, byte[] bytes)
    {
        public byte[] Bytes { get; } = bytes;

        public static DerivedKey Derive(string secret, SigningScope scope, string day)
        {
            byte[] key = Encoding.UTF8.GetBytes("AWS4" + secret);
            foreach (string part in (ReadOnlySpan<string>)[day, scope.Region, scope.Service, Terminator])
            {
                key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
            }

            return new DerivedKey(secret, scope, day, key);
        }

        public bool IsFor(string otherSecret, SigningScope otherScope, string otherDay) =>
            secret == otherSecret && scope == otherScope && day == otherDay;
    }
}
