using System.Globalization;

namespace SsoOidcGen.Runtime;

/// <summary>
/// Asks endpoints of the machine for credentials: through no proxy, without cookies, following no redirect, and reading
/// 64 KiB at most.
/// </summary>
/// <param name="handler">Sends the requests; null: over connections of its own.</param>
/// <param name="connectTimeout">The time for opening a connection.</param>
/// <param name="timeout">The time for a request, from opening a connection to the last byte of the response.</param>
/// <param name="clock">Measures <paramref name="timeout"/>.</param>
internal sealed class MetadataClient(
    HttpMessageHandler? handler,
    TimeSpan connectTimeout,
    TimeSpan timeout,
    TimeProvider clock
)
{
    public const string TokenLifetimeHeader = "x-aws-ec2-metadata-token-ttl-seconds";

    /// <summary>More than any source of credentials has to say.</summary>
    public const int MaxBytes = 64 * 1024;

    private readonly HttpMessageInvoker _http = new(
        handler
            // Decompression is off unless it is mentioned, and then every trimmed program holds Brotli and zlib, a megabyte.
            ?? new SocketsHttpHandler
            {
                UseProxy = false,
                UseCookies = false,
                AllowAutoRedirect = false,
                ConnectTimeout = connectTimeout,
            },
        disposeHandler: false
    );

    /// <exception cref="HttpRequestException">There is no connection, or it broke.</exception>
    /// <exception cref="TimeoutException">The response did not arrive in time; with an inner exception: there was no connection in time.</exception>
    /// <exception cref="BufferLimitException">The response is larger than 64 KiB.</exception>
    public MetadataResponse Send(HttpRequestMessage message)
    {
        using CancellationTokenSource deadline = new(timeout, clock);
        try
        {
            using HttpResponseMessage response = _http.SendAsync(message, deadline.Token).GetAwaiter().GetResult();
            byte[] body = Read(response.Content, deadline.Token);
            return new MetadataResponse((int)response.StatusCode, body, LifetimeIn(response));
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            throw new TimeoutException();
        }
        catch (OperationCanceledException exception)
        {
            // The handler's own limit for opening a connection.
            throw new TimeoutException(null, exception);
        }
        catch (IOException exception)
        {
            throw new HttpRequestException(exception.Message, exception);
        }
    }

    private static byte[] Read(HttpContent content, CancellationToken cancellationToken)
    {
        using Stream stream = content.ReadAsStreamAsync(cancellationToken).GetAwaiter().GetResult();
        byte[] body = new byte[MaxBytes + 1];
        int length = 0;
        // Only an asynchronous read of a connection ends when its time is over.
        while (
            length < body.Length
            && stream.ReadAsync(body, length, body.Length - length, cancellationToken).GetAwaiter().GetResult()
                is > 0
                    and var count
        )
        {
            length += count;
        }

        return length <= MaxBytes ? body[..length] : throw new BufferLimitException(MaxBytes);
    }

    private static TimeSpan? LifetimeIn(HttpResponseMessage response) =>
        response.Headers.TryGetValues(TokenLifetimeHeader, out IEnumerable<string>? values)
        && int.TryParse(string.Concat(values), NumberStyles.None, CultureInfo.InvariantCulture, out int seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
