using System.Net;
using SsoOidc.Hostile.Wire;
using SsoOidcGen.Runtime;

namespace SsoOidc.Hostile;

public sealed class RedirectTests
{
    [Theory]
    [InlineData(300)]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(304)]
    [InlineData(305)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_an_error_and_nobody_is_asked_at_the_other_location(int status)
    {
        await using HostileServer elsewhere = new(Trial.Good);
        await using Trial trial = new(
            Script.Respond($"{status} Elsewhere", "", $"Location: {elsewhere.Endpoint}token")
        );

        SsoOidcException error = await trial.FailsAsync<SsoOidcException>(attempts: 1);

        Assert.Equal((HttpStatusCode)status, error.StatusCode);
        Assert.Equal(0, elsewhere.Connections);
        await trial.RecoversAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("Location:")]
    [InlineData("Location: /token")]
    [InlineData("Location: //other.example/token")]
    [InlineData("Location: file:///etc/passwd")]
    [InlineData("Location: javascript:alert(1)")]
    [InlineData("Location: http://[::1")]
    [InlineData("Location: \u00ff\u00fe")]
    public async Task What_a_redirect_points_to_does_not_matter(string location)
    {
        await using Trial trial = new(Script.Respond("307 Elsewhere", "", location is "" ? [] : [location]));

        await trial.FailsAsync<SsoOidcException>(attempts: 1);

        Assert.Single(trial.Server.Requests);
        await trial.RecoversAsync();
    }

    [Theory]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_handler_that_follows_redirects_does_not_get_to_send_the_body_on(int status)
    {
        await using HostileServer elsewhere = new(Trial.Good);
        await using Trial trial = new(Script.Respond($"{status} Elsewhere", "", $"Location: {elsewhere.Endpoint}token"))
        {
            Http = new HttpClient(),
        };

        await trial.FailsAsync<ServiceException>(attempts: 1);

        Assert.All(elsewhere.Requests, static request => Assert.DoesNotContain("s3cret", request.Body));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    public async Task A_response_from_another_location_than_was_asked_is_refused(int status)
    {
        await using HostileServer elsewhere = new(Trial.Good);
        await using Trial trial = new(Script.Respond($"{status} Elsewhere", "", $"Location: {elsewhere.Endpoint}token"))
        {
            Http = new HttpClient(),
        };

        ServiceException error = await trial.FailsAsync<ServiceException>(attempts: 1);

        Assert.Contains("redirect", error.Message, StringComparison.OrdinalIgnoreCase);
        await trial.RecoversAsync();
    }

    [Fact]
    public async Task Redirects_in_a_circle_end_even_where_a_handler_follows_them()
    {
        await using Trial trial = new(Script.Respond("307 Elsewhere", "", "Location: /token"))
        {
            Http = new HttpClient(new SocketsHttpHandler { MaxAutomaticRedirections = 5 }),
        };

        ServiceException error = await trial.FailsAsync<ServiceException>(attempts: 1);

        Assert.InRange(trial.Server.Requests.Count, 1, 6);
    }
}
