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
    public static void AddChecksum(RequestWriter request)
    {
        if (request.Content is { } body && !request.HasHeader("Content-MD5"))
        {
#pragma warning disable CA5351 // The services ask for MD5.
            request.Header("Content-MD5", Convert.ToBase64String(MD5.HashData(body.Span)));
#pragma warning restore CA5351
        }
    }
}
