using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace SsoOidc.Hostile.Wire;

/// <summary>Accepts connections on the loopback address and lets each be served.</summary>
internal sealed class Listener : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Socket, Task> _served = new();
    private readonly Func<Socket, Task> _serve;
    private readonly Task _accepting;
    private int _count;

    /// <param name="serve">Serves a connection until it is over; that the client hangs up is no exception.</param>
    public Listener(Func<Socket, Task> serve)
    {
        _serve = serve;
        _listener.Start(backlog: 512);
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many connections there were so far.</summary>
    public int Count => Volatile.Read(ref _count);

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
        foreach (Socket socket in _served.Keys)
        {
            socket.Dispose();
        }

        await Task.WhenAll(_served.Values);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                Socket socket = await _listener.AcceptSocketAsync();
                Interlocked.Increment(ref _count);
                socket.NoDelay = true;
                TaskCompletionSource registered = new();
                _served[socket] = Task.Run(async () =>
                {
                    await registered.Task;
                    await ServeAsync(socket);
                });
                registered.SetResult();
            }
        }
        catch (Exception e) when (e is SocketException or InvalidOperationException)
        {
            // The listener was stopped.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            await _serve(socket);
        }
        catch (Exception e)
            when (e is IOException or SocketException or ObjectDisposedException or AuthenticationException)
        {
            // The client hung up, or does not trust the certificate.
        }
        finally
        {
            _served.TryRemove(socket, out _);
        }
    }
}
