using System.Buffers;

namespace SsoOidcGen.Runtime;

/// <summary>A checksum of bytes that come piece by piece.</summary>
internal abstract class Checksum : IDisposable
{
    private const int BufferSize = 128 * 1024;

    /// <summary>The size of the checksum in bytes.</summary>
    public abstract int Size { get; }

    public abstract void Append(ReadOnlySpan<byte> bytes);

    /// <summary>Appends all that is left of a stream.</summary>
    public async ValueTask AppendAsync(Stream stream, CancellationToken cancellationToken)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        while (await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var read)
        {
            Append(buffer.AsSpan(0, read));
        }

        // Not where an exception leaves the method: somebody may still write to it.
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
    }

    /// <summary>Writes the checksum of all bytes so far, and starts again.</summary>
    public abstract void Complete(Span<byte> checksum);

    public abstract void Dispose();

    /// <summary>The checksum of all bytes so far in base64; starts again.</summary>
    public string CompleteAsBase64()
    {
        Span<byte> checksum = stackalloc byte[Size];
        Complete(checksum);
        return Convert.ToBase64String(checksum);
    }
}
