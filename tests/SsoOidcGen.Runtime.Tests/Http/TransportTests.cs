namespace SsoOidcGen.Runtime.Tests.Http;

public sealed class TransportTests
{
    [Fact]
    public async Task The_callers_HttpClient_outlives_it()
    {
        using HttpClient given = new(new OkHandler());
        Transport transport = new(given, Timeout.InfiniteTimeSpan);

        transport.Dispose();

        using HttpResponseMessage response = await given.GetAsync(
            new Uri("https://example.com"),
            TestContext.Current.CancellationToken
        );
        Assert.True(response.IsSuccessStatusCode);
    }

    [Fact]
    public async Task Its_own_connections_are_closed_with_it()
    {
        Transport transport = new(given: null, Timeout.InfiniteTimeSpan);

        transport.Dispose();

        using HttpRequestMessage message = new(HttpMethod.Get, "https://127.0.0.1:1");
        await Assert.ThrowsAsync<ObjectDisposedException>(() =>
            transport.SendAsync(message, TestContext.Current.CancellationToken)
        );
    }

    private sealed class OkHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken _) =>
            Task.FromResult(new HttpResponseMessage());
    }
}
