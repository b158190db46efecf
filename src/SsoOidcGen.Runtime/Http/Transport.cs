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

    public Transport(HttpClient? given, TimeSpan connectTimeout)
    {
        _given = given;
        _invoker = given ?? new HttpMessageInvoker(CreateHandler(connectTimeout));
    }

    public Version Version => _given?.DefaultRequestVersion ?? HttpVersion.Version11;

    public HttpVersionPolicy VersionPolicy => _given?.DefaultVersionPolicy ?? HttpVersionPolicy.RequestVersionOrLower;

    public static SocketsHttpHandler CreateHandler(TimeSpan connectTimeout) =>
        new()
        {
            // A redirect would carry tokens to another address.
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = connectTimeout,
            PooledConnectionLifetime = ConnectionLifetime,
        };

    /// <summary>Waits for the headers of the answer; its body comes after them.</summary>
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
