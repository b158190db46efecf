using System.Text;

namespace SsoOidcGen.Runtime;

/// <summary>Signs the chunks of a request one after the other: each signature covers the one before.</summary>
/// <remarks>Amazon S3 API Reference, "Signature Calculations for the Authorization Header: Transferring Payload in Multiple Chunks".</remarks>
/// <param name="signer">Keeps the signing key.</param>
/// <param name="credentials">Who signs.</param>
/// <param name="scope">What the signatures are valid for.</param>
/// <param name="time">The time of the request's signature, which holds for all.</param>
/// <param name="requestSignature">The signature of the request, in hexadecimal: the first link of the chain.</param>
internal sealed class ChunkSigner(
    SigV4Signer signer,
    AwsCredentials credentials,
    SigningScope scope,
    DateTimeOffset time,
    string requestSignature
)
{
    /// <summary>The length of a signature in characters.</summary>
    public const int SignatureLength = 64;

    private static readonly string NoHeaders = PayloadHash.Of([]);

    private string _previous = requestSignature;

    public string Sign(ReadOnlySpan<byte> chunk) =>
        _previous = signer.SignPart(_previous, NoHeaders, PayloadHash.Of(chunk), credentials, scope, time);

    /// <param name="trailer">The line <c>name:value</c>, ended by a line feed.</param>
    public string SignTrailer(string trailer) =>
        signer.SignTrailer(_previous, PayloadHash.Of(Encoding.ASCII.GetBytes(trailer)), credentials, scope, time);
}
