using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace SsoOidc.Hostile.Wire;

/// <summary>A connection as the server sees it.</summary>
public sealed class Connection(Socket socket, Stream stream, Action onHold)
{
    private readonly byte[] _buffer = new byte[16 * 1024];

    public bool IsOver { get; private set; }

    /// <summary>Reads a request with a body of known length.</summary>
    /// <returns>Null when the client has hung up instead.</returns>
    public async Task<ReceivedRequest?> ReadRequestAsync()
    {
        StringBuilder text = new();
        int end;
        while ((end = text.ToString().IndexOf("\r\n\r\n", StringComparison.Ordinal)) < 0)
        {
            if (!await ReadAsync(text))
            {
                return null;
            }
        }

        string head = text.ToString(0, end);
        int length = end + 4 + ContentLength(head);
        while (text.Length < length)
        {
            if (!await ReadAsync(text))
            {
                return null;
            }
        }

        return new ReceivedRequest(head, text.ToString(end + 4, length - end - 4));
    }

    public async Task SendAsync(ReadOnlyMemory<byte> bytes) => await stream.WriteAsync(bytes);

    public async Task SendForeverAsync(ReadOnlyMemory<byte> bytes)
    {
        onHold();
        while (true)
        {
            await stream.WriteAsync(bytes);
        }
    }

    public async Task HoldAsync()
    {
        onHold();
        while (await stream.ReadAsync(_buffer) > 0) { }
        IsOver = true;
    }

    public async Task CloseAsync()
    {
        IsOver = true;
        await stream.FlushAsync();
        socket.Shutdown(SocketShutdown.Send);
        while (await socket.ReceiveAsync(_buffer) > 0) { }
    }

    public Task ResetAsync()
    {
        IsOver = true;
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Dispose();
        return Task.CompletedTask;
    }

    private async Task<bool> ReadAsync(StringBuilder text)
    {
        int read = await stream.ReadAsync(_buffer);
        text.Append(Encoding.Latin1.GetString(_buffer, 0, read));
        return read > 0;
    }

    private static int ContentLength(string head) =>
        ReceivedRequest.HeaderOf(head, "Content-Length") is { } length
            ? int.Parse(length, CultureInfo.InvariantCulture)
            : 0;
}
