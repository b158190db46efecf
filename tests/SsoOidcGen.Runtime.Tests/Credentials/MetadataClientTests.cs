using System.Net;
using System.Net.Sockets;
using System.Text;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests;

/// <summary>Over a real connection: what comes from an endpoint of credentials is not acted on.</summary>
public sealed class MetadataClientTests : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<string> _heads = [];

    public MetadataClientTests() => _listener.Start();

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        Task serving = ServeAsync("302 Found\r\nLocation: /elsewhere");

        var error = await Assert.ThrowsAsync<CredentialsException>(LoadAsync);

        await serving;
        Assert.Contains(" responded with HTTP 302.", error.Message, StringComparison.Ordinal);
        Assert.StartsWith("GET /x HTTP/1.1\r\n", Assert.Single(_heads));
    }

    [Fact]
    public async Task A_cookie_is_not_kept()
    {
        Task serving = ServeAsync("503 Busy\r\nSet-Cookie: a=b", "200 OK");

        AwsCredentials credentials = await LoadAsync();

        await serving;
        Assert.Equal("AKID", credentials.AccessKeyId);
        Assert.Equal(2, _heads.Count);
        Assert.DoesNotContain("Cookie", _heads[1], StringComparison.OrdinalIgnoreCase);
    }

    private Task<AwsCredentials> LoadAsync()
    {
        Dictionary<string, string> variables = new()
        {
            ["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = $"http://{_listener.LocalEndpoint}/x",
        };
        ContainerLoader loader = new(new AwsEnvironment("/home/u", variables), handler: null, TimeProvider.System);
        return Task.Run(loader.Load, TestContext.Current.CancellationToken);
    }

    /// <summary>Responds to one request after the other, each on a connection of its own.</summary>
    private async Task ServeAsync(params string[] responses)
    {
        const string Body = """{"AccessKeyId": "AKID", "SecretAccessKey": "s"}""";
        foreach (string response in responses)
        {
            using TcpClient client = await _listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
            NetworkStream stream = client.GetStream();
            StringBuilder head = new();
            using StreamReader reader = new(stream, leaveOpen: true);
            while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { Length: > 0 } line)
            {
                head.Append(line).Append("\r\n");
            }

            _heads.Add(head.ToString());
            await stream.WriteAsync(
                Encoding.ASCII.GetBytes(
                    $"HTTP/1.1 {response}\r\nConnection: close\r\nContent-Length: {Body.Length}\r\n\r\n{Body}"
                ),
                TestContext.Current.CancellationToken
            );
        }
    }
}
