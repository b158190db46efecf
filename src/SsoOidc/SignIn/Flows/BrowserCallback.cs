using System.Net.Sockets;

namespace SsoOidc;

/// <summary>A browser that has returned with a response and waits for the page that tells how it ended.</summary>
internal sealed class BrowserCallback(NetworkStream browser, AuthorizationResponse response) : IDisposable
{
    public AuthorizationResponse Response { get; } = response;

    /// <summary>Shows a page. A browser that was closed meanwhile is no failure.</summary>
    public async Task ShowAsync(byte[] page, CancellationToken cancellationToken)
    {
        try
        {
            await browser.WriteAsync(page, cancellationToken).ConfigureAwait(false);
            browser.Socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception exception) when (exception is IOException or SocketException) { }
    }

    public void Dispose() => browser.Dispose();
}
