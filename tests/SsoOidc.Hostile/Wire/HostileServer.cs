using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace SsoOidc.Hostile.Wire;

/// <summary>A server on the loopback address that follows scripts, one for each request; the last one is repeated.</summary>
internal sealed class HostileServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2? _certificate;
    private readonly Lock _lock = new();
    private readonly List<ReceivedRequest> _requests = [];
    private readonly List<Task> _connections = [];
    private readonly List<Socket> _sockets = [];
    private readonly Task _accepting;
    private Queue<Script> _scripts = new();
    private TaskCompletionSource _holding = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public HostileServer(params IEnumerable<Script> scripts)
        : this(certificate: null, scripts) { }

    /// <param name="certificate">Makes it a server that speaks TLS.</param>
    public HostileServer(X509Certificate2? certificate, params IEnumerable<Script> scripts)
    {
        _certificate = certificate;
        _scripts = new Queue<Script>(scripts);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Endpoint =>
        new($"{(_certificate is null ? "http" : "https")}://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public IReadOnlyList<ReceivedRequest> Requests
    {
        get
        {
            lock (_lock)
            {
                return [.. _requests];
            }
        }
    }

    public int Connections
    {
        get
        {
            lock (_lock)
            {
                return _sockets.Count;
            }
        }
    }

    /// <summary>Completes when a script holds its connection, or sends forever.</summary>
    public Task Holding => _holding.Task;

    /// <summary>Follows other scripts from now on.</summary>
    public void Play(params IEnumerable<Script> scripts)
    {
        lock (_lock)
        {
            _scripts = new Queue<Script>(scripts);
            _holding = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
        lock (_lock)
        {
            _sockets.ForEach(static socket => socket.Dispose());
        }

        await Task.WhenAll(_connections);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                Socket socket = await _listener.AcceptSocketAsync();
                socket.NoDelay = true;
                lock (_lock)
                {
                    _sockets.Add(socket);
                    _connections.Add(Task.Run(() => ServeAsync(socket)));
                }
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
            await using Stream stream = await OpenAsync(socket);
            Connection connection = new(socket, stream, () => _holding.TrySetResult());
            if (Peek() is { ReadsRequest: false })
            {
                await Take().PlayAsync(connection);
            }

            while (!connection.IsOver && await connection.ReadRequestAsync() is { } request)
            {
                lock (_lock)
                {
                    _requests.Add(request);
                }

                await Take().PlayAsync(connection);
            }
        }
        catch (Exception e)
            when (e is IOException or SocketException or ObjectDisposedException or AuthenticationException)
        {
            // The client hung up, or does not trust the certificate.
        }
    }

    private async Task<Stream> OpenAsync(Socket socket)
    {
        NetworkStream raw = new(socket, ownsSocket: true);
        if (_certificate is null || Peek() is { ReadsRequest: false })
        {
            return raw;
        }

        SslStream encrypted = new(raw);
        await encrypted.AuthenticateAsServerAsync(_certificate);
        return encrypted;
    }

    private Script Peek()
    {
        lock (_lock)
        {
            return _scripts.Peek();
        }
    }

    private Script Take()
    {
        lock (_lock)
        {
            return _scripts.Count > 1 ? _scripts.Dequeue() : _scripts.Peek();
        }
    }
}
