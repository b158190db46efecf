namespace SsoOidcGen.Runtime;

/// <summary>The body of a streamed response of an observed call, which ends with it.</summary>
/// <param name="body">The body.</param>
/// <param name="observation">What is told about the call.</param>
/// <param name="outcome">How the call ended before its body was read.</param>
internal sealed class ObservedStream(Stream body, CallObservation observation, CallOutcome outcome) : Stream
{
    public override bool CanRead => body.CanRead;

    public override bool CanSeek => body.CanSeek;

    public override bool CanWrite => body.CanWrite;

    public override long Length => body.Length;

    public override long Position
    {
        get => body.Position;
        set => body.Position = value;
    }

    /// <summary>Ends the call with an error that arrived in the stream.</summary>
    public void Fail(Exception exception) => observation.End(outcome with { Failure = exception });

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        try
        {
            return Noted(body.Read(buffer), buffer.Length);
        }
        catch (Exception e)
        {
            Fail(e);
            throw;
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return Noted(await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false), buffer.Length);
        }
        catch (Exception e)
        {
            Fail(e);
            throw;
        }
    }

    public override void Flush() => body.Flush();

    public override long Seek(long offset, SeekOrigin origin) => body.Seek(offset, origin);

    public override void SetLength(long value) => body.SetLength(value);

    public override void Write(byte[] buffer, int offset, int count) => body.Write(buffer, offset, count);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            body.Dispose();
            observation.End(outcome);
        }

        base.Dispose(disposing);
    }

    private int Noted(int read, int wanted)
    {
        if (read == 0 && wanted > 0)
        {
            observation.End(outcome);
        }

        return read;
    }
}
