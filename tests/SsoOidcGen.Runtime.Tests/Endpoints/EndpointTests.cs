using SsoOidcGen.Runtime.CompilerServices;

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

    [Fact]
    public void SigV4_is_taken_wherever_it_stands_among_the_schemes()
    {
        Endpoint endpoint = new("https://a.example")
        {
            AuthSchemes = [new("sigv4a"), new("sigv4") { SigningName = "s" }],
        };

        Assert.Equal("s", endpoint.SchemeFor("sigv4")?.SigningName);
        Assert.Null(new Endpoint("https://a.example").SchemeFor("sigv4"));
    }

    [Fact]
    public void An_endpoint_with_other_schemes_only_is_never_signed_for_with_SigV4()
    {
        Endpoint endpoint = new("https://a.example") { AuthSchemes = [new("sigv4a"), new("sigv4-s3express")] };

        EndpointException error = Assert.Throws<EndpointException>(() => endpoint.SchemeFor("sigv4"));

        Assert.Contains("a.example accepts only signatures of the scheme sigv4a, sigv4-s3express", error.Message);
    }
}
