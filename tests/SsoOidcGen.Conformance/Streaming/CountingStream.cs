namespace SsoOidcGen.Conformance.Streaming;

/// <summary>Forgets what is written to it and counts.</summary>
internal sealed class CountingStream : Stream
{
    private long _count;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _count;

    public override long Position
    {
        get => _count;
        set => throw new NotSupportedException("What was counted is gone.");
    }

    public override void Write(byte[] buffer, int offset, int count) => _count += count;

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _count += buffer.Length;
        return default;
    }

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("What was counted is gone.");

    public override long Seek(long offset, SeekOrigin origin) =>
        throw new NotSupportedException("What was counted is gone.");

    public override void SetLength(long value) => throw new NotSupportedException("Counting starts at zero.");
}
