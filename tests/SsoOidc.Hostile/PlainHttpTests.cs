using System.Net.Sockets;
using SsoOidc.Hostile.Vault;
using SsoOidc.Hostile.Wire;
using SsoOidc.Portal;
using SsoOidcGen.Runtime;

namespace SsoOidc.Hostile;

/// <summary>Secrets travel unencrypted to nobody but this machine.</summary>
public sealed class PlainHttpTests
{
    public static TheoryData<string> ForeignHosts =>
        [
            "http://oidc.example",
            "http://localhost.example",
            "http://127.0.0.1.example",
            "http://10.0.0.1",
            "http://0.0.0.0",
            "http://[2001:db8::1]",
        ];

    [Theory]
    [MemberData(nameof(ForeignHosts))]
    public async Task A_request_with_sensitive_members_is_refused(string endpoint)
    {
        await using Trial trial = To(endpoint);

        ConfigurationException error = await Assert.ThrowsAsync<ConfigurationException>(() => trial.CallAsync());

        Assert.Contains("AllowPlainHttp", error.Message);
        Assert.DoesNotContain("s3cret", error.ToString());
        Assert.Equal(0, trial.Server.Connections);
    }

    [Theory]
    [MemberData(nameof(ForeignHosts))]
    public async Task A_bearer_token_is_refused(string endpoint)
    {
        await using Trial trial = To(endpoint);

        await Assert.ThrowsAsync<ConfigurationException>(() => trial.Vault.OpenAsync(new OpenRequest()));

        Assert.Equal(0, trial.Server.Connections);
    }

    [Fact]
    public async Task A_token_in_a_header_is_refused()
    {
        await using Trial trial = To("http://portal.example");
        using SsoPortalClient portal = new(trial.Http!, trial.Options);

        await Assert.ThrowsAsync<ConfigurationException>(() =>
            portal.LogoutAsync(new LogoutRequest { AccessToken = "s3cret-token" })
        );

        Assert.Equal(0, trial.Server.Connections);
    }

    [Fact]
    public async Task Who_allows_it_gets_it()
    {
        await using Trial trial = To("http://oidc.example");
        trial.Options.AllowPlainHttp = true;

        Assert.Equal("good", (await trial.CallAsync()).AccessToken);
    }

    [Fact]
    public async Task What_is_signed_or_holds_no_secret_may_travel()
    {
        await using Trial trial = To("http://vault.example");

        await trial.Vault.SealAsync(new SealRequest { Secret = "s3cret" });
        await trial.Vault.InspectAsync(new InspectRequest());

        Assert.Equal(2, trial.Server.Requests.Count);
    }

    [Theory]
    [InlineData("http://localhost")]
    [InlineData("http://127.0.0.1")]
    [InlineData("http://127.200.3.4")]
    [InlineData("http://[::1]")]
    public async Task To_this_machine_they_may_travel(string endpoint)
    {
        await using Trial trial = To(endpoint);

        Assert.Equal("good", (await trial.CallAsync()).AccessToken);
    }

    /// <summary>A client that calls any address and ends up at the server.</summary>
    private static Trial To(string endpoint)
    {
        HostileServer server = new(Trial.Good);
        Uri address = server.Endpoint;
        SocketsHttpHandler handler = new()
        {
            ConnectCallback = async (_, cancellationToken) =>
            {
                Socket socket = new(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(address.Host, address.Port, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        Trial trial = new(server) { Http = new HttpClient(handler) };
        trial.Options.Endpoint = new Uri(endpoint);
        return trial;
    }
}
