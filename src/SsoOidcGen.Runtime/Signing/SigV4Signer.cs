using System.Text;

namespace SsoOidcGen.Runtime;

/// <summary>AWS Signature Version 4: valid in one region.</summary>
internal sealed class SigV4Signer : RequestSigner
{
    private const string PartAlgorithm = "AWS4-HMAC-SHA256-PAYLOAD";
    private const string TrailerAlgorithm = "AWS4-HMAC-SHA256-TRAILER";

    protected override string Algorithm => "AWS4-HMAC-SHA256";

    /// <summary>Signs an event or a chunk of a request.</summary>
    /// <param name="previous">The signature before it.</param>
    /// <param name="headersHash">From <see cref="PayloadHash.Of"/>, of the headers that go around it.</param>
    /// <param name="payloadHash">From <see cref="PayloadHash.Of"/>, of its content.</param>
    /// <param name="credentials">Who signs.</param>
    /// <param name="scope">What the signature is valid for.</param>
    /// <param name="time">The time by the service's clock.</param>
    /// <returns>The signature in hexadecimal.</returns>
    public string SignPart(
        string previous,
        string headersHash,
        string payloadHash,
        AwsCredentials credentials,
        SigningScope scope,
        DateTimeOffset time
    ) => SignLink(PartAlgorithm, $"{previous}\n{headersHash}\n{payloadHash}", credentials, scope, time);

    /// <summary>Signs what follows the chunks of a request.</summary>
    /// <param name="previous">The signature of the last chunk.</param>
    /// <param name="trailerHash">From <see cref="PayloadHash.Of"/>, of the lines <c>name:value</c>.</param>
    /// <param name="credentials">Who signs.</param>
    /// <param name="scope">What the signature is valid for.</param>
    /// <param name="time">The time by the service's clock.</param>
    /// <returns>The signature in hexadecimal.</returns>
    public string SignTrailer(
        string previous,
        string trailerHash,
        AwsCredentials credentials,
        SigningScope scope,
        DateTimeOffset time
    ) => SignLink(TrailerAlgorithm, $"{previous}\n{trailerHash}", credentials, scope, time);

    /// <summary>The signature of a text in hexadecimal, as forms carry it (presigned POST).</summary>
    public string SignText(string text, AwsCredentials credentials, SigningScope scope, DateTimeOffset time) =>
        SignWith(KeyFor(credentials, scope, Timestamp(time)), text);

    protected override SigningKey CreateKey(AwsCredentials credentials, SigningScope scope, string day) =>
        new SigV4Key(credentials, scope, day);

    private string SignLink(
        string algorithm,
        string hashes,
        AwsCredentials credentials,
        SigningScope scope,
        DateTimeOffset time
    )
    {
        string timestamp = Timestamp(time);
        SigningKey key = KeyFor(credentials, scope, timestamp);
        return SignWith(key, $"{algorithm}\n{timestamp}\n{key.CredentialScope}\n{hashes}");
    }

    private static string SignWith(SigningKey key, string text)
    {
        Span<byte> signature = stackalloc byte[SigningKey.LongestSignature];
        PooledBuffer buffer = new();
        buffer.Write(text);
        int length = key.Sign(buffer.WrittenSpan, signature);
        buffer.Release();
        return Encoding.ASCII.GetString(signature[..length]);
    }
}
