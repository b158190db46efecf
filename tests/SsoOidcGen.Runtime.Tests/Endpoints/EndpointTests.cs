namespace SsoOidcGen.Runtime.Tests.Endpoints;

public sealed class EndpointTests
{
    [Theory]
    [InlineData("localhost:8080")]
    [InlineData("ftp://localhost")]
    [InlineData("https://")]
    [InlineData("/path")]
    public void Only_an_absolute_web_address_is_an_endpoint(string url)
    {
        EndpointException error = Assert.Throws<EndpointException>(() => new Endpoint(url));

        Assert.Contains($"'{url}'", error.Message);
    }

    [Fact]
    public void The_url_is_kept_as_it_was_written() =>
        Assert.Equal("https://Host:443/a/../b", new Endpoint("https://Host:443/a/../b").ToString());
}
