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
    private const int MaxConnections = 64;
    private static readonly TimeSpan s_connectionTimeout = TimeSpan.FromSeconds(10);
    private readonly TcpListener[] _listeners;
    private readonly string _path;
    private readonly TimeProvider _timeProvider;

    private LoopbackListener(TcpListener[] listeners, string path, TimeProvider timeProvider)
    {
        _listeners = listeners;
        _path = path;
        _timeProvider = timeProvider;
        RedirectUri = $"http://127.0.0.1:{((IPEndPoint)listeners[0].LocalEndpoint).Port}{path}";
    }

    /// <summary>Where the browser has to come back to.</summary>
    public string RedirectUri { get; }

    /// <summary>Opens a free port.</summary>
    /// <param name="path">The only path that is served.</param>
    /// <param name="timeProvider">Limits how long a connection may take.</param>
    /// <exception cref="SocketException">No port can be opened.</exception>
    public static LoopbackListener Open(string path, TimeProvider timeProvider)
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
                    path,
                    timeProvider
                );
            }
            catch (SocketException exception)
            {
                if (exception.SocketErrorCode == SocketError.AddressNotAvailable)
                {
                    // The system knows IPv6, but this machine has no ::1.
                    return new LoopbackListener([ipv4], path, timeProvider);
                }

                ipv4.Stop();
                if (attempt == PortAttempts)
                {
                    throw;
                }
            }
        }
    }

    /// <summary>Waits for the response to a sign-in, whose browser is left open to be shown how it ended. Everything else is refused.</summary>
    /// <param name="state">The state of the request (RFC 6749 §4.1.1).</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public async Task<BrowserCallback> WaitAsync(string state, CancellationToken cancellationToken)
    {
        TaskCompletionSource<BrowserCallback> first = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] accepting = [.. _listeners.Select(listener => AcceptAsync(listener, state, first, stop.Token))];
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
        string state,
        TaskCompletionSource<BrowserCallback> first,
        CancellationToken cancellationToken
    )
    {
        // Browsers open connections ahead of need; none may keep the others waiting. Of too many, the oldest gives way.
        Queue<Connection> connections = new(MaxConnections);
        try
        {
            while (true)
            {
                TcpClient client = await listener.AcceptTcpClientAsync(cancellationToken).ConfigureAwait(false);
                if (connections.Count == MaxConnections)
                {
                    await connections.Dequeue().EndAsync().ConfigureAwait(false);
                }

                CancellationTokenSource end = new(s_connectionTimeout, _timeProvider);
                connections.Enqueue(new Connection(ServeAsync(client, state, first, end.Token), end));
            }
        }
        catch (Exception exception)
            when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The end of the wait.
        }
        finally
        {
            foreach (Connection connection in connections)
            {
                await connection.EndAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task ServeAsync(
        TcpClient client,
        string state,
        TaskCompletionSource<BrowserCallback> first,
        CancellationToken cancellationToken
    )
    {
        bool isKept = false;
        try
        {
            NetworkStream stream = client.GetStream();
            string? target = await RequestLine.ReadTargetAsync(stream, cancellationToken).ConfigureAwait(false);
            if (Parse(target, state) is { } response)
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
            // A browser that hangs up, one that takes too long, or the end of the wait.
        }
        finally
        {
            if (!isKept)
            {
                client.Dispose();
            }
        }
    }

    private AuthorizationResponse? Parse(string? target, string state) =>
        IsCallback(target) ? AuthorizationResponse.TryParse(target![_path.Length..], state) : null;

    private byte[] Refusal(string? target) =>
        target is null || IsCallback(target) ? CallbackPage.BadRequest() : CallbackPage.NotFound();

    private bool IsCallback(string? target) => target?.Split('?', 2)[0] == _path;

    /// <summary>A connection that is being served, unless that has ended.</summary>
    private sealed record Connection(Task Serving, CancellationTokenSource End)
    {
        public async Task EndAsync()
        {
            await End.CancelAsync().ConfigureAwait(false);
            await Serving.ConfigureAwait(false);
            End.Dispose();
        }
    }
}
