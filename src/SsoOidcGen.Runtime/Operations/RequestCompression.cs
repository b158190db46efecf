using System.ComponentModel;
using System.IO.Compression;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>Compresses the bodies of the operations that ask for it (Smithy <c>requestCompression</c>).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RequestCompression
{
    /// <summary>Compresses the body with gzip and says so in <c>Content-Encoding</c>.</summary>
    /// <param name="request">The request.</param>
    /// <param name="threshold">The size in bytes below which a body stays as it is.</param>
    public static void Gzip(RequestWriter request, int threshold)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.SentBody.Content is not { } body || body.Length < threshold)
        {
            return;
        }

        MemoryStream compressed = new();
        using (GZipStream gzip = new(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(body.Span);
        }

        request.SentBody.Replace(compressed.GetBuffer().AsMemory(0, (int)compressed.Length));
        request.SentHeaders.Append("Content-Encoding", "gzip");
    }
}
