using System.Security.Cryptography;

namespace SsoOidcGen.Runtime;

/// <summary>What a signature says about the body: its SHA-256 in lower-case hexadecimal, or what stands for that.</summary>
internal static class PayloadHash
{
    /// <summary>The signature does not cover the body; for https only.</summary>
    public const string Unsigned = "UNSIGNED-PAYLOAD";

    /// <summary>The events of the body are signed one by one.</summary>
    public const string SignedEvents = "STREAMING-AWS4-HMAC-SHA256-EVENTS";

    /// <summary>The signature does not cover the body, whose checksum follows it; for https only.</summary>
    public const string UnsignedWithTrailer = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";

    /// <summary>The chunks of the body are signed one by one.</summary>
    public const string SignedChunks = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";

    /// <summary>The chunks of the body are signed one by one, and its checksum follows them.</summary>
    public const string SignedChunksWithTrailer = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER";

    /// <summary>The length of a hash in characters.</summary>
    public const int Length = 2 * SHA256.HashSizeInBytes;

    /// <summary>The hash of a body. It holds for all attempts.</summary>
    public static string Of(ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        return LowerHex.Of(hash);
    }

    /// <inheritdoc cref="Of"/>
    public static async ValueTask<string> OfAsync(Stream body, CancellationToken cancellationToken) =>
        LowerHex.Of(await SHA256.HashDataAsync(body, cancellationToken).ConfigureAwait(false));

    /// <summary>Whether it stands for something that only the client knows, so that it has to be sent.</summary>
    public static bool IsMark(string payloadHash) => payloadHash.Length != Length;
}
