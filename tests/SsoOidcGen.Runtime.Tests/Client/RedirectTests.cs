using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SsoOidcGen.Runtime.Tests.Client;

public sealed class RedirectTests
{
    private const string Redirect =
        "HTTP/1.1 307 Temporary Redirect\r\nLocation: {0}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    [Fact]
    public async Task A_client_s_own_handler_reports_a_redirect_as_an_error()
    {
        using TcpListener listener = Listen(out Uri address);
        using ProbeClient client = new(http: null, Options(address));
        Task server = AnswerAsync(listener, string.Format(Redirect, new Uri(address, "/elsewhere")));

        ServiceException error = await Assert.ThrowsAsync<ServiceException>(() =>
            client.InvokeAsync(ProbeClient.Echo, "secret")
        );
        await server;

        Assert.Equal(HttpStatusCode.TemporaryRedirect, error.StatusCode);
    }

    [Fact]
    public async Task A_body_is_not_sent_on_by_a_handler_that_follows_redirects()
    {
        using TcpListener first = Listen(out Uri address);
        using TcpListener second = Listen(out Uri elsewhere);
        using HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = true });
        using ProbeClient client = new(http, Options(address));
        Task server = AnswerAsync(first, string.Format(Redirect, elsewhere));
        Task<string> received = ReceiveAsync(second);

        ServiceException error = await Assert.ThrowsAsync<ServiceException>(() =>
            client.InvokeAsync(ProbeClient.Echo, "secret")
        );
        await server;

        Assert.Contains("redirected", error.Message);
        Assert.DoesNotContain("secret", await received);
    }

    private static ServiceClientOptions Options(Uri endpoint) =>
        new() { Endpoint = endpoint, Environment = new AwsEnvironment(Path.GetTempPath()) };

    private static TcpListener Listen(out Uri address)
    {
        TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        return listener;
    }

    private static async Task AnswerAsync(TcpListener listener, string answer)
    {
        using TcpClient peer = await listener.AcceptTcpClientAsync();
        NetworkStream stream = peer.GetStream();
        await ReadUntilAsync(stream, "secret\"}");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
    }

    private static async Task<string> ReceiveAsync(TcpListener listener)
    {
        using TcpClient peer = await listener.AcceptTcpClientAsync();
        return await ReadUntilAsync(peer.GetStream(), "secret\"}");
    }

    /// <summary>Reads until a text has come or the other side has gone.</summary>
    private static async Task<string> ReadUntilAsync(NetworkStream stream, string end)
    {
        StringBuilder text = new();
        byte[] buffer = new byte[4096];
        while (!text.ToString().Contains(end))
        {
            int read;
            try
            {
                read = await stream.ReadAsync(buffer);
            }
            catch (IOException)
            {
                break;
            }

            if (read == 0)
            {
                break;
            }

            text.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }

        return text.ToString();
    }
}
