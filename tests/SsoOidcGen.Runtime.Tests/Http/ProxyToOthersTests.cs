using System.Net;

namespace SsoOidcGen.Runtime.Tests;

public sealed class ProxyToOthersTests
{
    private static readonly Uri Proxy = new("http://proxy.example:3128");

    private readonly ProxyToOthers _proxy = new(new WebProxy(Proxy));

    [Theory]
    [InlineData("http://localhost:4566/")]
    [InlineData("http://127.0.0.2/")]
    [InlineData("http://[::1]:8080/")]
    [InlineData("https://localhost/")]
    public void Requests_to_this_machine_stay_on_it(string address)
    {
        Assert.True(_proxy.IsBypassed(new Uri(address)));
        Assert.Null(_proxy.GetProxy(new Uri(address)));
    }

    [Fact]
    public void Others_take_the_proxy()
    {
        Uri address = new("https://sts.eu-west-1.amazonaws.com/");

        Assert.False(_proxy.IsBypassed(address));
        Assert.Equal(Proxy, _proxy.GetProxy(address));
    }

    [Fact]
    public void A_client_of_its_own_connections_has_it()
    {
        using SocketsHttpHandler handler = Transport.CreateHandler(TimeSpan.FromSeconds(1));

        Assert.IsType<ProxyToOthers>(handler.Proxy);
    }
}
