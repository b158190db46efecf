using System.Net;
using System.Net.Sockets;

namespace SsoOidc;

/// <summary>
/// Waits on this machine's loopback addresses, IPv4 and IPv6, for the browser to come back (RFC 8252 §7.3). Nobody on
/// the network can reach it.
/// </summary>
internal sealed class LoopbackListener : IDisposable
{
    private const int PortAttempts = 10;
    private readonly TcpListener[] _listeners;
    private readonly string _path;

    private LoopbackListener(TcpListener[] listeners, string path)
    {
        _listeners = listeners;
        _path = path;
        RedirectUri = $"http://127.0.0.1:{((IPEndPoint)listeners[0].LocalEndpoint).Port}{path}";
    }

    /// <summary>Where the browser has to come back to.</summary>
    public string RedirectUri { get; }

    /// <summary>Opens a free port.</summary>
    /// <param name="path">The only path that is answered.</param>
    /// <exception cref="SocketException">No port can be opened.</exception>
    public static LoopbackListener Open(string path)
    {
        for (int attempt = 1; ; attempt++)
        {
            TcpListener ipv4 = Start(IPAddress.Loopback, port: 0);
            try
            {
                return new LoopbackListener(
                    Socket.OSSupportsIPv6
                        ? [ipv4, Start(IPAddress.IPv6Loopback, ((IPEndPoint)ipv4.LocalEndpoint).Port)]
                        : [ipv4],
                    path
                );
            }
            catch (SocketException exception)
            {
                if (exception.SocketErrorCode == SocketError.AddressNotAvailable)
                {
                    // The system knows IPv6, but this machine has no ::1.
                    return new LoopbackListener([ipv4], path);
                }

                ipv4.Stop();
                if (attempt == PortAttempts)
                {
                    throw;
                }
            }
        }
    }

    /// <summary>Serves browsers until the first has come back with an answer, which is left open to be told how it ended.</summary>
    public async Task<BrowserCallback> WaitAsync(CancellationToken cancellationToken)
    {
        TaskCompletionSource<BrowserCallback> first = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] accepting = [.. _listeners.Select(listener => AcceptAsync(listener, first, stop.Token))];
        try
        {
            return await first.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Dispose();
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(accepting).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        foreach (TcpListener listener in _listeners)
        {
            listener.Dispose();
        }
    }

    private static TcpListener Start(IPAddress address, int port)
    {
        TcpListener listener = new(address, port) { ExclusiveAddressUse = true };
        try
        {
            listener.Start();
            return listener;
        }
        catch
        {
            listener.Dispose();
            throw;
        }
    }

    private async Task AcceptAsync(
        TcpListener listener,
        TaskCompletionSource<BrowserCallback> first,
        CancellationToken cancellationToken
    )
    {
        List<Task> connections = [];
        try
        {
            while (true)
            {
                TcpClient client = await listener.AcceptTcpClientAsync(cancellationToken).ConfigureAwait(false);
                // Browsers open connections ahead of need; none may keep the others waiting.
                connections.Add(ServeAsync(client, first, cancellationToken));
            }
        }
        catch (Exception exception)
            when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(connections).ConfigureAwait(false);
        }
    }

    private async Task ServeAsync(
        TcpClient client,
        TaskCompletionSource<BrowserCallback> first,
        CancellationToken cancellationToken
    )
    {
        bool isKept = false;
        try
        {
            NetworkStream stream = client.GetStream();
            string? target = await RequestLine.ReadTargetAsync(stream, cancellationToken).ConfigureAwait(false);
            if (Parse(target) is { } response)
            {
                isKept = first.TrySetResult(new BrowserCallback(stream, response));
            }
            else
            {
                await stream.WriteAsync(Refusal(target), cancellationToken).ConfigureAwait(false);
                client.Client.Shutdown(SocketShutdown.Send);
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
        {
            // A browser that hangs up, or the end of the wait.
        }
        finally
        {
            if (!isKept)
            {
                client.Dispose();
            }
        }
    }

    private AuthorizationResponse? Parse(string? target) =>
        IsCallback(target) ? AuthorizationResponse.TryParse(target![_path.Length..]) : null;

    private byte[] Refusal(string? target) =>
        target is null || IsCallback(target) ? AnswerPage.BadRequest() : AnswerPage.NotFound();

    private bool IsCallback(string? target) => target?.Split('?', 2)[0] == _path;
}
