using System.Net;
using Microsoft.Extensions.Time.Testing;
using RichardSzalay.MockHttp;
using SsoOidcGen.Runtime;

namespace SsoOidc.Tests.Configuration;

public sealed class StartUrlResolverTests : IDisposable
{
    private const string Vanity = "https://sso.example.com/aws";
    private readonly MockHttpMessageHandler _web = new();

    public void Dispose() => _web.Dispose();

    [Theory]
    [InlineData("https://d-1234567890.awsapps.com/start")]
    [InlineData("https://d-1234567890.awsapps.com/start/#/")]
    [InlineData("https://d-1.awsapps.cn/start")]
    [InlineData("https://ssoins-1.portal.eu-west-1.app.aws")]
    [InlineData("https://SSOINS-1.Portal.EU-West-1.App.AWS./x")]
    [InlineData("https://identitycenter.amazonaws.com/ssoins-1")]
    [InlineData("https://identitycenter.us-gov.amazonaws.com/ssoins-1")]
    [InlineData("http://127.0.0.1:5000/start")]
    public async Task An_address_of_AWS_or_of_an_emulator_is_taken_as_it_is(string startUrl) =>
        Assert.Equal(new PortalAddress(startUrl, "us-east-1"), await ResolveAsync(startUrl));

    [Theory]
    [InlineData("http://d-1234567890.awsapps.com/start", "https://")]
    [InlineData("start", "absolute")]
    public async Task Anything_but_https_is_refused_before_anything_is_sent(string startUrl, string named)
    {
        ConfigurationException exception = await Assert.ThrowsAsync<ConfigurationException>(() =>
            ResolveAsync(startUrl)
        );

        Assert.Contains(named, exception.Message);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(304)]
    [InlineData(404)]
    public async Task Neither_a_page_nor_a_redirect_leads_on(int status)
    {
        _web.When(HttpMethod.Head, Vanity).Respond((HttpStatusCode)status);

        ConfigurationException exception = await Assert.ThrowsAsync<ConfigurationException>(() => ResolveAsync(Vanity));

        Assert.Contains($"responds with status {status}", exception.Message);
    }

    [Theory]
    [InlineData("https://evil-awsapps.com/start")]
    [InlineData("https://awsapps.com.example.com/start")]
    [InlineData("https://portal.us-east-1.app.aws.example.com")]
    public async Task A_host_that_only_looks_like_AWS_is_not_trusted(string startUrl)
    {
        _web.When(HttpMethod.Head, startUrl).Respond(HttpStatusCode.OK);

        await Assert.ThrowsAsync<ConfigurationException>(() => ResolveAsync(startUrl));
    }

    [Theory]
    [InlineData(
        "https://ssoins-1.portal.eu-west-1.app.aws/?x=1#y",
        "https://ssoins-1.portal.eu-west-1.app.aws",
        "eu-west-1"
    )]
    [InlineData(
        "https://ssoins-1.eu-west-3.portal.amazonaws.com/a/",
        "https://ssoins-1.eu-west-3.portal.amazonaws.com/a",
        "eu-west-3"
    )]
    [InlineData(
        "https://ssoins-1.cn-north-1.portal.amazonaws.com.cn",
        "https://ssoins-1.cn-north-1.portal.amazonaws.com.cn",
        "cn-north-1"
    )]
    [InlineData(
        "https://ssoins-1.portal.cn-north-1.app.amazonwebservices.com.cn",
        "https://ssoins-1.portal.cn-north-1.app.amazonwebservices.com.cn",
        "cn-north-1"
    )]
    [InlineData(
        "https://ssoins-1.eusc-de-east-1.portal.amazonaws.eu",
        "https://ssoins-1.eusc-de-east-1.portal.amazonaws.eu",
        "eusc-de-east-1"
    )]
    [InlineData(
        "https://ssoins-1.portal.eusc-de-east-1.api.amazonwebservices.eu",
        "https://ssoins-1.portal.eusc-de-east-1.api.amazonwebservices.eu",
        "eusc-de-east-1"
    )]
    [InlineData("https://d-1.awsapps.com/start/", "https://d-1.awsapps.com/start", "us-east-1")]
    [InlineData("https://a.b.portal.eu-west-1.app.aws", "https://a.b.portal.eu-west-1.app.aws", "us-east-1")]
    public async Task A_vanity_address_leads_to_its_portal_and_its_region(
        string location,
        string startUrl,
        string region
    )
    {
        Redirect(HttpMethod.Head, Vanity, HttpStatusCode.Found, location);

        Assert.Equal(new PortalAddress(startUrl, region), await ResolveAsync(Vanity));
    }

    [Theory]
    [InlineData(HttpStatusCode.MethodNotAllowed)]
    [InlineData(HttpStatusCode.NotImplemented)]
    public async Task A_server_that_knows_no_HEAD_is_asked_with_GET(HttpStatusCode status)
    {
        _web.When(HttpMethod.Head, Vanity).Respond(status);
        Redirect(HttpMethod.Get, Vanity, HttpStatusCode.PermanentRedirect, "https://d-1.awsapps.com/start");

        Assert.Equal("https://d-1.awsapps.com/start", (await ResolveAsync(Vanity)).StartUrl);
    }

    [Fact]
    public async Task Only_one_redirect_is_followed()
    {
        Redirect(HttpMethod.Head, Vanity, HttpStatusCode.Found, "https://other.example.com/");
        Redirect(HttpMethod.Head, "https://other.example.com/", HttpStatusCode.Found, "https://d-1.awsapps.com/start");

        ConfigurationException exception = await Assert.ThrowsAsync<ConfigurationException>(() => ResolveAsync(Vanity));

        Assert.Contains("https://other.example.com", exception.Message);
    }

    [Theory]
    [InlineData("http://d-1.awsapps.com/start")]
    [InlineData(null)]
    public async Task A_redirect_without_target_or_encryption_is_refused(string? location)
    {
        Redirect(HttpMethod.Head, Vanity, HttpStatusCode.Found, location);

        await Assert.ThrowsAsync<ConfigurationException>(() => ResolveAsync(Vanity));
    }

    [Fact]
    public async Task An_error_status_is_told()
    {
        _web.When(HttpMethod.Head, Vanity).Respond(HttpStatusCode.Forbidden);

        ConfigurationException exception = await Assert.ThrowsAsync<ConfigurationException>(() => ResolveAsync(Vanity));

        Assert.Contains("403", exception.Message);
        Assert.Contains(Vanity, exception.Message);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_given_up_after_ten_seconds()
    {
        FakeTimeProvider time = new();
        using HttpClient http = new(new SilentHandler());
        Task<PortalAddress> resolving = new StartUrlResolver(http, time).ResolveAsync(Session(Vanity), default);

        time.Advance(TimeSpan.FromSeconds(9.999));
        Assert.False(resolving.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.001));

        await Assert.ThrowsAsync<ConfigurationException>(() => resolving);
    }

    private void Redirect(HttpMethod method, string url, HttpStatusCode status, string? location) =>
        _web.When(method, url)
            .Respond(_ =>
            {
                HttpResponseMessage response = new(status);
                response.Headers.Location = location is null ? null : new Uri(location);
                return response;
            });

    private async Task<PortalAddress> ResolveAsync(string startUrl)
    {
        using HttpClient http = new(_web, disposeHandler: false);
        return await new StartUrlResolver(http, TimeProvider.System).ResolveAsync(
            Session(startUrl),
            TestContext.Current.CancellationToken
        );
    }

    private static SsoSession Session(string startUrl) =>
        new()
        {
            Name = "dev",
            StartUrl = startUrl,
            Region = "us-east-1",
        };

    private sealed class SilentHandler : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken token
        )
        {
            await Task.Delay(Timeout.Infinite, token);
            throw new InvalidOperationException();
        }
    }
}
