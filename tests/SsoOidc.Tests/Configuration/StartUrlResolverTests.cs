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

        var error = await Assert.ThrowsAsync<ConfigurationException>(() => resolving);
        Assert.Equal(Wrong(Vanity, "did not respond within 10 s"), error.Message);
    }

    [Theory]
    [InlineData("start", "is not an absolute URL")]
    [InlineData("https:///start", "is not an absolute URL")]
    [InlineData("file:///start", "is not an absolute URL")]
    [InlineData("http://sso.example.com/", "is not an https:// address without a user name")]
    [InlineData("https://user@sso.example.com/", "is not an https:// address without a user name")]
    public async Task What_cannot_be_a_start_URL_is_told(string startUrl, string problem) =>
        Assert.Equal(Wrong(startUrl, problem), await ProblemAsync(startUrl));

    [Theory]
    [InlineData(200)]
    [InlineData(204)]
    [InlineData(299)]
    public async Task A_page_of_its_own_is_no_portal(int status)
    {
        _web.When(HttpMethod.Head, Vanity).Respond((HttpStatusCode)status);

        Assert.Equal(
            Wrong(Vanity, "leads to https://sso.example.com, which is no access portal"),
            await ProblemAsync(Vanity)
        );
    }

    [Theory]
    [InlineData(199)]
    [InlineData(300)]
    [InlineData(305)]
    [InlineData(306)]
    [InlineData(309)]
    [InlineData(500)]
    public async Task Any_other_status_is_told(int status)
    {
        _web.When(HttpMethod.Head, Vanity).Respond((HttpStatusCode)status);

        Assert.Equal(Wrong(Vanity, $"responds with status {status}"), await ProblemAsync(Vanity));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Every_kind_of_redirect_is_followed_and_needs_a_target(int status)
    {
        Redirect(HttpMethod.Head, Vanity, (HttpStatusCode)status, "https://d-1.awsapps.com/start");
        Redirect(HttpMethod.Head, "https://other.example.com/", (HttpStatusCode)status, location: null);

        Assert.Equal("https://d-1.awsapps.com/start", (await ResolveAsync(Vanity)).StartUrl);
        Assert.Equal(
            Wrong("https://other.example.com/", $"redirects ({status}) without saying where to"),
            await ProblemAsync("https://other.example.com/")
        );
    }

    [Fact]
    public async Task A_server_out_of_reach_is_told()
    {
        _web.When(HttpMethod.Head, Vanity).Throw(new HttpRequestException("No such host is known."));

        Assert.Equal(Wrong(Vanity, "cannot be reached: No such host is known."), await ProblemAsync(Vanity));
    }

    [Fact]
    public async Task A_portal_without_encryption_is_none()
    {
        Redirect(HttpMethod.Head, Vanity, HttpStatusCode.Found, "http://d-1.awsapps.com/start");

        Assert.Equal(
            Wrong(Vanity, "leads to http://d-1.awsapps.com, which is no access portal"),
            await ProblemAsync(Vanity)
        );
    }

    private static string Wrong(string startUrl, string problem) =>
        $"The start URL {startUrl} of session 'dev' {problem}. Check sso_start_url; the access portal's own address looks like"
        + " https://d-1234567890.awsapps.com/start.";

    private async Task<string> ProblemAsync(string startUrl) =>
        (await Assert.ThrowsAsync<ConfigurationException>(() => ResolveAsync(startUrl))).Message;

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
