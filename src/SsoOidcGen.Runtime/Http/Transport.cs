using System.Net;

namespace SsoOidcGen.Runtime;

/// <summary>Sends messages: through the caller's <see cref="HttpClient"/>, else over connections of its own.</summary>
/// <remarks>
/// Its own handler needs no <see cref="HttpClient"/> in between: limits of time are the attempt's, and nothing else of
/// what that adds is used.
/// </remarks>
internal sealed class Transport : IDisposable
{
    /// <summary>How long a connection is used before the host name is looked up again.</summary>
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private readonly HttpClient? _given;
    private readonly HttpMessageInvoker _invoker;
    private readonly TimeSpan _connectTimeout;

    public Transport(HttpClient? given, TimeSpan connectTimeout)
    {
        _given = given;
        _connectTimeout = connectTimeout;
        _invoker = given ?? new HttpMessageInvoker(CreateHandler(connectTimeout));
    }

    public Version Version => _given?.DefaultRequestVersion ?? HttpVersion.Version11;

    public HttpVersionPolicy VersionPolicy => _given?.DefaultVersionPolicy ?? HttpVersionPolicy.RequestVersionOrLower;

    /// <summary>The time for opening a connection; null when the caller's handler decides.</summary>
    public TimeSpan? ConnectTimeout => _given is null ? _connectTimeout : null;

    /// <summary>The limit of the caller's <see cref="HttpClient"/>; null when there is none.</summary>
    public TimeSpan? ClientTimeout => _given?.Timeout;

    /// <summary>The size in bytes up to which the caller's <see cref="HttpClient"/> buffers a response.</summary>
    public long MaxBufferSize => _given?.MaxResponseContentBufferSize ?? long.MaxValue;

    public static SocketsHttpHandler CreateHandler(TimeSpan connectTimeout) =>
        new()
        {
            // A redirect would carry tokens to another address.
            AllowAutoRedirect = false,
            UseCookies = false,
            Proxy = new ProxyToOthers(HttpClient.DefaultProxy),
            ConnectTimeout = connectTimeout,
            PooledConnectionLifetime = ConnectionLifetime,
        };

    /// <summary>Waits for the headers of the response; its body comes after them.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken) =>
        _given is null
            ? _invoker.SendAsync(message, cancellationToken)
            : _given.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    /// <summary>Frees the connections if they are its own.</summary>
    public void Dispose()
    {
        if (_given is null)
        {
            _invoker.Dispose();
        }
    }
}
