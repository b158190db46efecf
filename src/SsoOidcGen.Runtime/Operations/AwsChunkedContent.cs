using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>
/// Sends a stream in chunks (the content coding <c>aws-chunked</c>), so that what is known only at its end can follow it:
/// its checksum, and over http the signature of each chunk.
/// </summary>
/// <remarks>Amazon S3 API Reference, "Signature Calculations for the Authorization Header: Including Trailing Headers".</remarks>
internal sealed class AwsChunkedContent(
    HttpRequestMessage message,
    Stream body,
    long length,
    ChecksumAlgorithm? trailer
) : BoundContent(message), IContentSignedInParts
{
    private const int ChunkSize = 128 * 1024;
    private const string SignatureMark = ";chunk-signature=";
    private const string TrailerSignature = "x-amz-trailer-signature:";
    private const string LineEnd = "\r\n";

    // Of a chunk's first line: eight digits, the signature, the end of the line.
    private const int LongestHead = 8 + 17 + ChunkSigner.SignatureLength + 2;

    private ChunkSigner? _signer;

    /// <summary>Makes a request say that its body comes in chunks.</summary>
    /// <exception cref="RequestValidationException">The length of the body is unknown.</exception>
    public static void Announce(string operation, RequestWriter request, Stream stream, ChecksumAlgorithm? trailer)
    {
        string? announced = request.SentHeaders.Take("Content-Length");
        long length =
            stream.CanSeek ? stream.Length - stream.Position
            : long.TryParse(announced, NumberStyles.None, CultureInfo.InvariantCulture, out long given) ? given
            : throw new RequestValidationException(
                operation,
                ["The length of the body has to be known: give a stream that can seek, or the length beside the stream"]
            );
        request.SentHeaders.Append("Content-Encoding", "aws-chunked");
        request.Header("X-Amz-Decoded-Content-Length", BindingText.Of(length));
        request.Header("X-Amz-Trailer", trailer?.HeaderName);
        request.SentBody.EncodeStream((message, body) => new AwsChunkedContent(message, body, length, trailer));
    }

    public void SignWith(
        RequestSigner signer,
        AwsCredentials credentials,
        SigningScope scope,
        ClockSkew clock,
        HttpRequestMessage signed
    )
    {
        DateTimeOffset now = clock.Now;
        if (Target!.Scheme == Uri.UriSchemeHttps)
        {
            string mark = trailer is null ? PayloadHash.Unsigned : PayloadHash.UnsignedWithTrailer;
            signer.Sign(signed, mark, credentials, scope, now);
            return;
        }

        SigV4Signer chained =
            signer as SigV4Signer
            ?? throw new NotSupportedException(
                "Over http, a stream that cannot seek can be signed with SigV4 only. Use https."
            );
        string start = chained.SignStart(
            signed,
            trailer is null ? PayloadHash.SignedChunks : PayloadHash.SignedChunksWithTrailer,
            credentials,
            scope,
            now
        );
        _signer = new ChunkSigner(chained, credentials, scope, now, start);
    }

    protected override Task SerializeToStreamAsync(Stream target, TransportContext? context) =>
        SerializeToStreamAsync(target, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(
        Stream target,
        TransportContext? context,
        CancellationToken cancellationToken
    )
    {
        if (Redirection is { } redirection)
        {
            throw redirection;
        }

        using Checksum? checksum = trailer?.Create();
        byte[] buffer = ArrayPool<byte>.Shared.Rent(LongestHead + ChunkSize + LineEnd.Length);
        for (long sent = 0; sent < length; )
        {
            int size = (int)Math.Min(ChunkSize, length - sent);
            Memory<byte> chunk = buffer.AsMemory(LongestHead, size);
            int read = await body.ReadAtLeastAsync(chunk, size, throwOnEndOfStream: false, cancellationToken)
                .ConfigureAwait(false);
            sent += read;
            if (read < size)
            {
                throw new EndOfStreamException($"The body has {sent} bytes, and {length} were announced.");
            }

            checksum?.Append(chunk.Span);
            Memory<byte> framed = Frame(buffer, size);
            await target.WriteAsync(framed, cancellationToken).ConfigureAwait(false);
        }

        await target.WriteAsync(Encoding.ASCII.GetBytes(End(checksum)), cancellationToken).ConfigureAwait(false);
        // Not where an exception leaves the method: somebody may still read from it.
        ArrayPool<byte>.Shared.Return(buffer);
    }

    protected override bool TryComputeLength(out long total)
    {
        bool isSigned = _signer is not null;
        int mark = isSigned ? SignatureMark.Length + ChunkSigner.SignatureLength : 0;
        long whole = length / ChunkSize;
        int rest = (int)(length % ChunkSize);
        total = (whole * Framed(ChunkSize)) + (rest > 0 ? Framed(rest) : 0) + 1 + mark + (2 * LineEnd.Length);
        if (trailer is not null)
        {
            using Checksum checksum = trailer.Create();
            int value = 4 * ((checksum.Size + 2) / 3);
            total += trailer.HeaderName.Length + 1 + value + LineEnd.Length;
            total += isSigned ? TrailerSignature.Length + ChunkSigner.SignatureLength + LineEnd.Length : 0;
        }

        return true;

        long Framed(int size) => $"{size:x}".Length + mark + size + (2 * LineEnd.Length);
    }

    /// <summary>Puts a chunk between its first line and the end of its last.</summary>
    private Memory<byte> Frame(byte[] buffer, int size)
    {
        string head = $"{size:x}{Signature(buffer.AsSpan(LongestHead, size))}{LineEnd}";
        int start = LongestHead - head.Length;
        Encoding.ASCII.GetBytes(head, buffer.AsSpan(start));
        "\r\n"u8.CopyTo(buffer.AsSpan(LongestHead + size));
        return buffer.AsMemory(start, head.Length + size + LineEnd.Length);
    }

    private string End(Checksum? checksum)
    {
        string last = $"0{Signature([])}{LineEnd}";
        if (trailer is null)
        {
            return last + LineEnd;
        }

        string line = $"{trailer.HeaderName}:{checksum!.CompleteAsBase64()}";
        string signature = _signer is null ? "" : $"{TrailerSignature}{_signer.SignTrailer(line + "\n")}{LineEnd}";
        return $"{last}{line}{LineEnd}{signature}{LineEnd}";
    }

    private string Signature(ReadOnlySpan<byte> chunk) => _signer is null ? "" : SignatureMark + _signer.Sign(chunk);
}
