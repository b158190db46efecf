namespace SsoOidcGen.Runtime;

/// <summary>Signs the events of a request one after the other: each signature covers the one before.</summary>
/// <remarks>Smithy "Amazon Event Stream Specification", AWS Signature Version 4 with <c>AWS4-HMAC-SHA256-PAYLOAD</c>.</remarks>
/// <param name="signer">Keeps the signing key.</param>
/// <param name="credentials">Who signs.</param>
/// <param name="scope">What the signatures are valid for.</param>
/// <param name="clock">The time by the service's clock.</param>
/// <param name="requestSignature">The signature of the request, in hexadecimal: the first link of the chain.</param>
internal sealed class EventSigner(
    SigV4Signer signer,
    AwsCredentials credentials,
    SigningScope scope,
    ClockSkew clock,
    string requestSignature
)
{
    private string _previous = requestSignature;

    /// <summary>Puts an event, or none at the end of the stream, into a message that carries its signature.</summary>
    public byte[] Sign(byte[] payload)
    {
        // The format has whole milliseconds, the signature whole seconds: one instant for both.
        DateTimeOffset time = DateTimeOffset.FromUnixTimeSeconds(clock.Now.ToUnixTimeSeconds());
        PooledBuffer headers = new();
        EventHeaderWriter.Write(headers, ":date", time);
        string headersHash = PayloadHash.Of(headers.WrittenSpan);
        string payloadHash = PayloadHash.Of(payload);
        _previous = signer.SignPart(_previous, headersHash, payloadHash, credentials, scope, time);
        EventHeaderWriter.Write(headers, ":chunk-signature", (ReadOnlyMemory<byte>)Convert.FromHexString(_previous));
        byte[] frame = EventMessageWriter.Frame(headers.WrittenSpan, payload);
        headers.Release();
        return frame;
    }
}
