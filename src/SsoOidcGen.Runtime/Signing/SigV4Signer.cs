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

    /// <summary>Stands for the hash of a body whose events are signed one by one.</summary>
    public const string SignedEvents = "STREAMING-AWS4-HMAC-SHA256-EVENTS";

    /// <summary>Ends every credential scope.</summary>
    public const string Terminator = "aws4_request";

    private const string Algorithm = "AWS4-HMAC-SHA256";
    private const string EventAlgorithm = "AWS4-HMAC-SHA256-PAYLOAD";
    private const int DayLength = 8;
    private const int SignatureLength = 2 * HMACSHA256.HashSizeInBytes;

    private SigningKey? _key;

    /// <summary>The lower-case hexadecimal SHA-256 of a body. It holds for all attempts.</summary>
    public static string HashPayload(ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        return LowerHex.Of(hash);
    }

    /// <inheritdoc cref="HashPayload"/>
    public static async ValueTask<string> HashPayloadAsync(Stream body, CancellationToken cancellationToken) =>
        LowerHex.Of(await SHA256.HashDataAsync(body, cancellationToken).ConfigureAwait(false));

    /// <summary>Adds the date, the session token and the signature to a request that is otherwise complete.</summary>
    /// <param name="message">The request; an earlier signature on it is replaced.</param>
    /// <param name="payloadHash">From <see cref="HashPayload"/>, or <see cref="UnsignedPayload"/>, or <see cref="SignedEvents"/>.</param>
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
        Span<byte> signature = stackalloc byte[SignatureLength];
        Sign(message, payloadHash, credentials, scope, time, signature);
    }

    /// <summary>Signs a request whose events are signed one by one.</summary>
    /// <param name="message">The request; an earlier signature on it is replaced.</param>
    /// <param name="credentials">Who signs.</param>
    /// <param name="scope">What the signature is valid for.</param>
    /// <param name="time">The time by the service's clock.</param>
    /// <returns>The signature in hexadecimal.</returns>
    public string SignEventStream(
        HttpRequestMessage message,
        AwsCredentials credentials,
        SigningScope scope,
        DateTimeOffset time
    )
    {
        Span<byte> signature = stackalloc byte[SignatureLength];
        Sign(message, SignedEvents, credentials, scope, time, signature);
        return Encoding.ASCII.GetString(signature);
    }

    /// <summary>Signs an event of a request.</summary>
    /// <param name="previous">The signature before it.</param>
    /// <param name="headersHash">From <see cref="HashPayload"/>, of the headers that go around the event.</param>
    /// <param name="payloadHash">From <see cref="HashPayload"/>, of the event.</param>
    /// <param name="credentials">Who signs.</param>
    /// <param name="scope">What the signature is valid for.</param>
    /// <param name="time">The time by the service's clock.</param>
    /// <returns>The signature in hexadecimal.</returns>
    public string SignEvent(
        string previous,
        string headersHash,
        string payloadHash,
        AwsCredentials credentials,
        SigningScope scope,
        DateTimeOffset time
    )
    {
        string timestamp = Timestamp(time);
        SigningKey key = KeyFor(credentials, scope, timestamp);
        Span<byte> signature = stackalloc byte[SignatureLength];
        PooledBuffer buffer = new();
        buffer.Write($"{EventAlgorithm}\n{timestamp}\n{key.CredentialScope}\n{previous}\n{headersHash}\n{payloadHash}");
        key.Sign(buffer.WrittenSpan, signature);
        buffer.Release();
        return Encoding.ASCII.GetString(signature);
    }

    internal static void WriteStringToSign(
        PooledBuffer target,
        string timestamp,
        string credentialScope,
        ReadOnlySpan<byte> canonicalRequest
    )
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(canonicalRequest, hash);
        target.Write(Algorithm);
        target.Append("\n"u8);
        target.Write(timestamp);
        target.Append("\n"u8);
        target.Write(credentialScope);
        target.Append("\n"u8);
        LowerHex.Write(hash, target.GetSpan(SignatureLength));
        target.Advance(SignatureLength);
    }

    private void Sign(
        HttpRequestMessage message,
        string payloadHash,
        AwsCredentials credentials,
        SigningScope scope,
        DateTimeOffset time,
        Span<byte> signature
    )
    {
        if (message.Headers.NonValidated.Contains("X-Amz-Date"))
        {
            Unsign(message);
        }

        string timestamp = Timestamp(time);
        SigningKey key = KeyFor(credentials, scope, timestamp);
        message.Headers.TryAddWithoutValidation("X-Amz-Date", timestamp);
        if (credentials.SessionToken is not null)
        {
            message.Headers.TryAddWithoutValidation("X-Amz-Security-Token", credentials.SessionToken);
        }

        if (payloadHash is UnsignedPayload or SignedEvents)
        {
            message.Headers.TryAddWithoutValidation("X-Amz-Content-Sha256", payloadHash);
        }

        PooledBuffer request = new();
        PooledBuffer text = new();
        Range signedHeaders = CanonicalRequest.Write(request, message, payloadHash, scope.KeepsPath);
        WriteStringToSign(text, timestamp, key.CredentialScope, request.WrittenSpan);
        key.Sign(text.WrittenSpan, signature);

        text.Clear();
        text.Write(Algorithm);
        text.Append(" Credential="u8);
        text.Write(credentials.AccessKeyId);
        text.Append("/"u8);
        text.Write(key.CredentialScope);
        text.Append(", SignedHeaders="u8);
        text.Append(request.WrittenSpan[signedHeaders]);
        text.Append(", Signature="u8);
        text.Append(signature);
        message.Headers.TryAddWithoutValidation("Authorization", Encoding.UTF8.GetString(text.WrittenSpan));
        request.Release();
        text.Release();
    }

    private static void Unsign(HttpRequestMessage message)
    {
        message.Headers.Remove("Authorization");
        message.Headers.Remove("X-Amz-Date");
        message.Headers.Remove("X-Amz-Security-Token");
        message.Headers.Remove("X-Amz-Content-Sha256");
    }

    private static string Timestamp(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private SigningKey KeyFor(AwsCredentials credentials, SigningScope scope, string timestamp)
    {
        ReadOnlySpan<char> day = timestamp.AsSpan(0, DayLength);
        SigningKey? key = _key;
        if (key is null || !key.IsFor(credentials.SecretAccessKey, scope, day))
        {
            _key = key = new SigningKey(credentials.SecretAccessKey, scope, day.ToString());
        }

        return key;
    }
}
