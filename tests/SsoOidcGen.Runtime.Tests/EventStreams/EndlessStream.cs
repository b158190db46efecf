namespace SsoOidcGen.Runtime.Tests.EventStreams;

/// <summary>One message again and again, then, if there is a last number, nothing more for ever.</summary>
internal sealed class EndlessStream(byte[] message, int stallsAfter = int.MaxValue) : MemoryStream
{
    private int _position;
    private int _sent;

    public bool IsDisposed { get; private set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_sent == stallsAfter)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        int count = Math.Min(buffer.Length, message.Length - _position);
        message.AsMemory(_position, count).CopyTo(buffer);
        _position = (_position + count) % message.Length;
        _sent += _position == 0 ? 1 : 0;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
