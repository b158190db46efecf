namespace SsoOidcGen.Runtime;

/// <summary>The body of a streaming response; closing it releases the connection.</summary>
internal class ResponseStream(Stream body, HttpResponseMessage response) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    /// <summary>The length that the service announced.</summary>
    /// <exception cref="NotSupportedException">It announced none.</exception>
    public override long Length =>
        response.Content.Headers.ContentLength
        ?? throw new NotSupportedException("The service did not state the length of its response.");

    public override long Position
    {
        get => throw new NotSupportedException("A response can only be read once, from start to end.");
        set => throw new NotSupportedException("A response can only be read once, from start to end.");
    }

    public override int Read(byte[] buffer, int offset, int count) => body.Read(buffer, offset, count);

    public override int Read(Span<byte> buffer) => body.Read(buffer);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        body.ReadAsync(buffer, offset, count, cancellationToken);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        body.ReadAsync(buffer, cancellationToken);

    public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
        body.CopyToAsync(destination, bufferSize, cancellationToken);

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) =>
        throw new NotSupportedException("A response can only be read once, from start to end.");

    public override void SetLength(long value) => throw new NotSupportedException("A response cannot be written.");

    public override void Write(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("A response cannot be written.");

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            body.Dispose();
            response.Dispose();
        }

        base.Dispose(disposing);
    }
}
