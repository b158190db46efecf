using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace SsoOidc.Hostile.Wire;

/// <summary>A server that follows scripts, one for each request; the last one is repeated.</summary>
internal sealed class HostileServer : IAsyncDisposable
{
    private readonly X509Certificate2? _certificate;
    private readonly Lock _lock = new();
    private readonly List<ReceivedRequest> _requests = [];
    private readonly Listener _listener;
    private Queue<Script> _scripts;
    private TaskCompletionSource _holding = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public HostileServer(params IEnumerable<Script> scripts)
        : this(certificate: null, scripts) { }

    /// <param name="certificate">Makes it a server that speaks TLS.</param>
    public HostileServer(X509Certificate2? certificate, params IEnumerable<Script> scripts)
    {
        _certificate = certificate;
        _scripts = new Queue<Script>(scripts);
        _listener = new Listener(ServeAsync);
    }

    public Uri Endpoint => new($"{(_certificate is null ? "http" : "https")}://127.0.0.1:{_listener.Port}");

    public int Connections => _listener.Count;

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

    public ValueTask DisposeAsync() => _listener.DisposeAsync();

    private async Task ServeAsync(Socket socket)
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
