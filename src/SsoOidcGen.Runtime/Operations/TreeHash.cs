using System.Buffers;
using System.ComponentModel;
using System.Security.Cryptography;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>The hashes that Amazon S3 Glacier requires of an upload.</summary>
/// <remarks>Amazon S3 Glacier Developer Guide, "Computing Checksums".</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TreeHash
{
    private const string Header = "X-Amz-Sha256-Tree-Hash";
    private const int LeafLength = 1024 * 1024;

    /// <summary>Adds the SHA-256 of a streamed body, and that of the tree over its mebibytes.</summary>
    /// <param name="operation">The operation's name.</param>
    /// <param name="request">The request. A tree hash that the caller gives counts.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="RequestValidationException">The body can be read only once.</exception>
    public static async ValueTask AddAsync(string operation, RequestWriter request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        SentBody body = request.SentBody;
        if (body.Stream is null)
        {
            return;
        }

        (string whole, string tree) = await body.ReadAheadAsync(operation, HashAsync, cancellationToken)
            .ConfigureAwait(false);
        body.SetPayloadHash(whole);
        request.Header("X-Amz-Content-Sha256", whole);
        if (!request.SentHeaders.Has(Header))
        {
            request.Header(Header, tree);
        }
    }

    private static async ValueTask<(string Whole, string Tree)> HashAsync(
        Stream body,
        CancellationToken cancellationToken
    )
    {
        using IncrementalHash whole = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        List<byte[]> leaves = [];
        byte[] buffer = ArrayPool<byte>.Shared.Rent(LeafLength);
        int length;
        do
        {
            length = await body.ReadAtLeastAsync(
                    buffer.AsMemory(0, LeafLength),
                    LeafLength,
                    throwOnEndOfStream: false,
                    cancellationToken
                )
                .ConfigureAwait(false);
            whole.AppendData(buffer, 0, length);
            if (length > 0 || leaves.Count == 0)
            {
                leaves.Add(SHA256.HashData(buffer.AsSpan(0, length)));
            }
        } while (length == LeafLength);

        ArrayPool<byte>.Shared.Return(buffer);
        return (LowerHex.Of(whole.GetHashAndReset()), LowerHex.Of(RootOf(leaves)));
    }

    /// <summary>Hashes are hashed in pairs until one is left; one without a partner rises as it is.</summary>
    private static byte[] RootOf(List<byte[]> hashes)
    {
        while (hashes.Count > 1)
        {
            hashes =
            [
                .. hashes
                    .Chunk(2)
                    .Select(static pair =>
                        pair is [var left, var right] ? SHA256.HashData([.. left, .. right]) : pair[0]
                    ),
            ];
        }

        return hashes[0];
    }
}
