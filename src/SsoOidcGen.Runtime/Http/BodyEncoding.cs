using System.IO.Compression;
using System.Security.Cryptography;

namespace SsoOidcGen.Runtime;

/// <summary>What some operations ask to be done to a body before it is sent.</summary>
internal static class BodyEncoding
{
    /// <summary>Compresses the body and says so in <c>Content-Encoding</c> (Smithy <c>requestCompression</c>).</summary>
    public static void Compress(RequestWriter request, int threshold)
    {
        if (request.Content is not { } body || body.Length < threshold)
        {
            return;
        }

        MemoryStream compressed = new();
        using (GZipStream gzip = new(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(body.Span);
        }

        request.ReplaceContent(compressed.GetBuffer().AsMemory(0, (int)compressed.Length));
        request.AppendToHeader("Content-Encoding", "gzip");
    }

    /// <summary>Adds <c>Content-MD5</c> (RFC 1864). It guards against damage in transfer, not against an attacker.</summary>
    /// <exception cref="RequestValidationException">The body is a stream that can be read only once.</exception>
    public static async ValueTask AddChecksumAsync(
        string operation,
        RequestWriter request,
        CancellationToken cancellationToken
    )
    {
        if (request.HasHeader("Content-MD5") || (request.Content is null && request.ContentStream is null))
        {
            return;
        }

#pragma warning disable CA5351 // The services ask for MD5.
        byte[] checksum = request.Content is { } body
            ? MD5.HashData(body.Span)
            : await request.ReadAheadAsync(operation, MD5.HashDataAsync, cancellationToken).ConfigureAwait(false);
#pragma warning restore CA5351
        request.Header("Content-MD5", Convert.ToBase64String(checksum));
    }
}
