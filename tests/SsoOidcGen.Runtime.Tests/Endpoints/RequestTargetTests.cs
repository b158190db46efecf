namespace SsoOidcGen.Runtime.Tests.Endpoints;

public sealed class RequestTargetTests
{
    [Theory]
    [InlineData("https://h.example", null, "", "https://h.example/")]
    [InlineData("https://h.example", null, "?a", "https://h.example/?a")]
    [InlineData("https://h.example", null, "/a/../b//%2F?x=%20", "https://h.example/a/../b//%2F?x=%20")]
    [InlineData("https://h.example/base", null, "", "https://h.example/base")]
    [InlineData("https://h.example/base/", null, "/a", "https://h.example/base/a")]
    [InlineData("https://h.example/base/", null, "?a", "https://h.example/base?a")]
    [InlineData("http://h.example:8080", "pre.", "/a", "http://pre.h.example:8080/a")]
    public void Path_and_query_follow_the_endpoint_as_they_are(
        string endpoint,
        string? prefix,
        string pathAndQuery,
        string expected
    ) => Assert.Equal(expected, RequestTarget.Join(new Uri(endpoint), prefix, pathAndQuery).OriginalString);

    [Fact]
    public void A_prefix_that_makes_no_host_is_refused()
    {
        EndpointException error = Assert.Throws<EndpointException>(() =>
            RequestTarget.Join(new Uri("https://h.example"), "a b.", "/")
        );

        Assert.Equal("'https://a b.h.example' is not a URL that can be called.", error.Message);
    }

    [Theory]
    [InlineData("eu-west-1", "eu")]
    [InlineData("us-gov-west-1", "us-gov")]
    [InlineData("us-iso_b-east-10", "us-iso_b")]
    [InlineData("eu-we_st-1", "eu")]
    [InlineData("eu-west-", null)]
    [InlineData("eu-west-x", null)]
    [InlineData("eu-west-1a", null)]
    [InlineData("eu--1", null)]
    [InlineData("eu-1", null)]
    [InlineData("-west-1", null)]
    [InlineData("eu-w.st-1", null)]
    [InlineData("-1", null)]
    [InlineData("", null)]
    public void A_region_is_a_prefix_a_word_and_a_number(string region, string? prefix) =>
        Assert.Equal(prefix, RegionPattern.PrefixOf(region));

    [Fact]
    public void An_endpoint_says_what_is_wrong_with_it()
    {
        Assert.Equal(
            "'x' cannot be an endpoint: it must be an absolute http or https URL, such as https://host.",
            Assert.Throws<EndpointException>(() => new SsoOidcGen.Runtime.CompilerServices.Endpoint("x")).Message
        );
        Assert.Equal(
            "a.example accepts only signatures of the scheme sigv4a, b, which this client cannot make. Call the operation with parameters that lead to another endpoint.",
            Assert
                .Throws<EndpointException>(() =>
                    new SsoOidcGen.Runtime.CompilerServices.Endpoint("https://a.example")
                    {
                        AuthSchemes = [new("sigv4a"), new("b")],
                    }.SchemeFor("sigv4")
                )
                .Message
        );
        Assert.Equal(
            "There is no endpoint for the region and settings of the client.",
            new EndpointException().Message
        );
    }

    [Fact]
    public void An_endpoint_without_headers_and_properties_has_none()
    {
        SsoOidcGen.Runtime.CompilerServices.Endpoint endpoint = new("https://a.example");
        Assert.Empty(endpoint.Headers);
        Assert.Empty(endpoint.Properties);
        using HttpRequestMessage message = new();
        new SsoOidcGen.Runtime.CompilerServices.Endpoint("https://a.example")
        {
            Headers = new Dictionary<string, IReadOnlyList<string>> { ["X-A"] = ["1", "2"] },
        }.AddHeadersTo(message);

        Assert.Equal(["1", "2"], message.Headers.GetValues("X-A"));
    }
}
