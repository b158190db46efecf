using System.Buffers;

namespace SsoOidcGen.Runtime;

/// <summary>The body of a streaming response whose checksum is computed while it is read, and compared at its end.</summary>
internal sealed class CheckedResponseStream(
    Stream body,
    HttpResponseMessage response,
    Checksum checksum,
    string expected
) : ResponseStream(body, response)
{
    private const int BufferSize = 128 * 1024;

    private bool _isAtEnd;

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer) => Take(buffer, base.Read(buffer));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read = await base.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        return Take(buffer.Span, read);
    }

    public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            while (await ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var read)
            {
                await destination.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            checksum.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Take(Span<byte> buffer, int read)
    {
        if (read > 0)
        {
            checksum.Append(buffer[..read]);
        }
        else if (buffer.Length > 0 && !_isAtEnd)
        {
            _isAtEnd = true;
            ChecksumMismatchException.ThrowIfUnequal(expected, checksum.CompleteAsBase64());
        }

        return read;
    }
}
