using System.Net;

namespace SsoOidcGen.Conformance.Streaming;

/// <summary>A loopback server that counts what it gets and sends zeros.</summary>
internal sealed class BlobServer : IDisposable
{
    private readonly HttpListener _listener = Listen();
    private readonly CountingStream _received = new();

    public BlobServer() => _ = ServeAsync();

    public Uri Address => new(_listener.Prefixes.Single());

    public long ReceivedBytes => _received.Length;

    public long BytesToSend { get; init; }

    public void Dispose() => _listener.Close();

    /// <summary>On the first port of the dynamic range (RFC 6335 §6) that nobody uses.</summary>
    private static HttpListener Listen()
    {
        for (int port = 49152; ; port++)
        {
            HttpListener listener = new();
            listener.Prefixes.Add($"http://127.0.0.1:{port}/");
            try
            {
                listener.Start();
                return listener;
            }
            catch (HttpListenerException) when (port < ushort.MaxValue)
            {
                listener.Close();
            }
        }
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            await context.Request.InputStream.CopyToAsync(_received);
            long length = context.Request.HttpMethod == "GET" ? BytesToSend : 0;
            context.Response.ContentLength64 = length;
            await new ZeroStream(length).CopyToAsync(context.Response.OutputStream);
            context.Response.Close();
        }
    }
}
