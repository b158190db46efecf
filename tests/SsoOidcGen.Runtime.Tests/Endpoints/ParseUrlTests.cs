using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.Endpoints;

public sealed class ParseUrlTests
{
    [Theory]
    [InlineData("https://example.com", "https", "example.com", "", "/", false)]
    [InlineData("http://example.com:80/foo/bar", "http", "example.com:80", "/foo/bar", "/foo/bar/", false)]
    [InlineData("https://example.com:443", "https", "example.com:443", "", "/", false)]
    [InlineData("HTTPS://Example.com/A/", "https", "Example.com", "/A/", "/A/", false)]
    [InlineData("https://u:p@example.com/a#f", "https", "u:p@example.com", "/a", "/a/", false)]
    [InlineData("https://example.com/a/../b", "https", "example.com", "/a/../b", "/b/", false)]
    [InlineData("https://example.com/a b", "https", "example.com", "/a b", "/a%20b/", false)]
    [InlineData("https://99_ab-.com", "https", "99_ab-.com", "", "/", false)]
    [InlineData("https://127.0.0.1:8080", "https", "127.0.0.1:8080", "", "/", true)]
    [InlineData(
        "https://[2001:db8:85a3:8d3:1319:8a2e:370:7348]:443",
        "https",
        "[2001:db8:85a3:8d3:1319:8a2e:370:7348]:443",
        "",
        "/",
        true
    )]
    public void A_url_falls_into_its_parts(
        string text,
        string scheme,
        string authority,
        string path,
        string normalizedPath,
        bool isIp
    )
    {
        EndpointUrl url = EndpointFunctions.ParseUrl(text)!;

        Assert.Equal(
            (scheme, authority, path, normalizedPath, isIp),
            (url.Scheme, url.Authority, url.Path, url.NormalizedPath, url.IsIp)
        );
    }

    [Theory]
    [InlineData("example.com")]
    [InlineData("ftp://example.com")]
    [InlineData("https://example.com?a=b")]
    [InlineData("https://example.com/?")]
    [InlineData("http://abc.com:a/foo")]
    [InlineData("/path")]
    [InlineData("")]
    public void Other_schemes_queries_and_broken_ports_are_refused(string text) =>
        Assert.Null(EndpointFunctions.ParseUrl(text));
}
