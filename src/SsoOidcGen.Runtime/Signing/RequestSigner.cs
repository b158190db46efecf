using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>Signs requests in their headers or in their query. Thread-safe.</summary>
/// <remarks>AWS Identity and Access Management User Guide, "Create a signed AWS API request".</remarks>
internal abstract class RequestSigner
{
    /// <summary>The header with the session token, unless the scope names another.</summary>
    public const string DefaultTokenHeader = "X-Amz-Security-Token";
    private const int DayLength = 8;

    private SigningKey? _key;

    /// <summary>Names the algorithm in signatures.</summary>
    protected abstract string Algorithm { get; }

    /// <summary>The header with the regions that a signature is valid in; null when its scope says that.</summary>
    protected virtual string? RegionSetHeader => null;

    /// <summary>Adds the date, the session token and the signature to a request that is otherwise complete.</summary>
    /// <param name="message">The request; an earlier signature on it is replaced.</param>
    /// <param name="payloadHash">One of <see cref="PayloadHash"/>.</param>
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
        Span<byte> signature = stackalloc byte[SigningKey.LongestSignature];
        Sign(message, payloadHash, credentials, scope, time, signature);
    }

    /// <summary>Signs a request whose events or chunks are signed one by one after it.</summary>
    /// <returns>The signature in hexadecimal, the first link of their chain.</returns>
    /// <inheritdoc cref="Sign(HttpRequestMessage, string, AwsCredentials, SigningScope, DateTimeOffset)"/>
    public string SignStart(
        HttpRequestMessage message,
        string payloadHash,
        AwsCredentials credentials,
        SigningScope scope,
        DateTimeOffset time
    )
    {
        Span<byte> signature = stackalloc byte[SigningKey.LongestSignature];
        int length = Sign(message, payloadHash, credentials, scope, time, signature);
        return Encoding.ASCII.GetString(signature[..length]);
    }

    /// <summary>Signs a request in its query, so that whoever has its address can send it, and until when.</summary>
    /// <param name="message">The request, without date and signature. All its headers are signed.</param>
    /// <param name="payloadHash">One of <see cref="PayloadHash"/>.</param>
    /// <param name="credentials">Who signs.</param>
    /// <param name="scope">What the signature is valid for.</param>
    /// <param name="time">The time by the service's clock.</param>
    /// <param name="lifetime">How long from then the signature is valid.</param>
    public void Presign(
        HttpRequestMessage message,
        string payloadHash,
        AwsCredentials credentials,
        SigningScope scope,
        DateTimeOffset time,
        TimeSpan lifetime
    )
    {
        string timestamp = Timestamp(time);
        SigningKey key = KeyFor(credentials, scope, timestamp);
        PooledBuffer request = new();
        Range signedHeaders = CanonicalHeaders.Write(request, message);
        StringBuilder address = new(message.RequestUri!.OriginalString);
        AppendQuery(address, "X-Amz-Algorithm", Algorithm);
        AppendQuery(address, "X-Amz-Credential", $"{credentials.AccessKeyId}/{key.CredentialScope}");
        AppendQuery(address, "X-Amz-Date", timestamp);
        AppendQuery(address, "X-Amz-Expires", BindingText.Of((long)lifetime.TotalSeconds));
        AppendQuery(address, "X-Amz-SignedHeaders", Encoding.UTF8.GetString(request.WrittenSpan[signedHeaders]));
        if (RegionSetHeader is { } regionSet)
        {
            AppendQuery(address, regionSet, scope.Region);
        }

        if (credentials.SessionToken is { } token)
        {
            AppendQuery(address, scope.TokenHeader ?? DefaultTokenHeader, token);
        }

        request.Clear();
        message.RequestUri = RequestTarget.Verbatim(address.ToString());
        CanonicalRequest.Write(request, message, payloadHash, scope.KeepsPath);
        PooledBuffer text = new();
        WriteStringToSign(text, timestamp, key.CredentialScope, request.WrittenSpan);
        Span<byte> signature = stackalloc byte[SigningKey.LongestSignature];
        int length = key.Sign(text.WrittenSpan, signature);
        AppendQuery(address, "X-Amz-Signature", Encoding.ASCII.GetString(signature[..length]));
        message.RequestUri = RequestTarget.Verbatim(address.ToString());
        request.Release();
        text.Release();
    }

    /// <summary>What a signature is valid for, as requests name it.</summary>
    public string CredentialScope(AwsCredentials credentials, SigningScope scope, DateTimeOffset time) =>
        KeyFor(credentials, scope, Timestamp(time)).CredentialScope;

    internal void WriteStringToSign(
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
        LowerHex.Write(hash, target.GetSpan(PayloadHash.Length));
        target.Advance(PayloadHash.Length);
    }

    /// <summary>A time as signatures have it.</summary>
    public static string Timestamp(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    protected SigningKey KeyFor(AwsCredentials credentials, SigningScope scope, string timestamp)
    {
        ReadOnlySpan<char> day = timestamp.AsSpan(0, DayLength);
        SigningKey? key = _key;
        if (key is null || !key.IsFor(credentials, scope, day))
        {
            _key = key = CreateKey(credentials, scope, day.ToString());
        }

        return key;
    }

    protected abstract SigningKey CreateKey(AwsCredentials credentials, SigningScope scope, string day);

    /// <returns>The length of the signature.</returns>
    private int Sign(
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
            Unsign(message, scope);
        }

        string timestamp = Timestamp(time);
        SigningKey key = KeyFor(credentials, scope, timestamp);
        message.Headers.TryAddWithoutValidation("X-Amz-Date", timestamp);
        if (RegionSetHeader is { } regionSet)
        {
            message.Headers.TryAddWithoutValidation(regionSet, scope.Region);
        }

        if (credentials.SessionToken is not null)
        {
            message.Headers.TryAddWithoutValidation(scope.TokenHeader ?? DefaultTokenHeader, credentials.SessionToken);
        }

        if (scope.SendsPayloadHash || PayloadHash.IsMark(payloadHash))
        {
            message.Headers.TryAddWithoutValidation("X-Amz-Content-Sha256", payloadHash);
        }

        PooledBuffer request = new();
        PooledBuffer text = new();
        Range signedHeaders = CanonicalRequest.Write(request, message, payloadHash, scope.KeepsPath);
        WriteStringToSign(text, timestamp, key.CredentialScope, request.WrittenSpan);
        int length = key.Sign(text.WrittenSpan, signature);

        text.Clear();
        text.Write(Algorithm);
        text.Append(" Credential="u8);
        text.Write(credentials.AccessKeyId);
        text.Append("/"u8);
        text.Write(key.CredentialScope);
        text.Append(", SignedHeaders="u8);
        text.Append(request.WrittenSpan[signedHeaders]);
        text.Append(", Signature="u8);
        text.Append(signature[..length]);
        message.Headers.TryAddWithoutValidation("Authorization", Encoding.UTF8.GetString(text.WrittenSpan));
        request.Release();
        text.Release();
        return length;
    }

    private void Unsign(HttpRequestMessage message, SigningScope scope)
    {
        message.Headers.Remove("Authorization");
        message.Headers.Remove("X-Amz-Date");
        message.Headers.Remove(scope.TokenHeader ?? DefaultTokenHeader);
        message.Headers.Remove("X-Amz-Content-Sha256");
        if (RegionSetHeader is { } regionSet)
        {
            message.Headers.Remove(regionSet);
        }
    }

    private static void AppendQuery(StringBuilder address, string name, string value)
    {
        address.Append(address.ToString().Contains('?', StringComparison.Ordinal) ? '&' : '?');
        address.Append(name).Append('=');
        PercentEncoding.Append(address, value);
    }
}
