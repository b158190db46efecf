using SsoOidc.Hostile.Wire;
using SsoOidcGen.Runtime;

namespace SsoOidc.Hostile;

/// <summary>How long a connection is kept, and what else comes over it.</summary>
public sealed class ConnectionTests
{
    private const string Token = """{"accessToken":"good"}""";

    private static readonly Script Kept = Script
        .Named("a whole response")
        .Head("HTTP/1.1 200 OK", "Content-Length: 22")
        .Send(Token);

    [Theory]
    [InlineData("200 OK")]
    [InlineData("400 Bad Request")]
    [InlineData("404 Not Found")]
    public async Task A_connection_is_kept_after_whole_responses_of_any_kind(string status)
    {
        await using Trial trial = new(Script.Respond(status, "{}"));
        await Record.ExceptionAsync(() => trial.CallAsync());
        await Record.ExceptionAsync(() => trial.CallAsync());

        await trial.RecoversAsync();

        Assert.Equal(1, trial.Server.Connections);
    }

    [Theory]
    [InlineData("HTTP/1.0 200 OK", "Content-Length: 22")]
    [InlineData("HTTP/1.0 200 OK", "x-no-length: 1")]
    [InlineData("HTTP/1.1 200 OK", "Connection: close")]
    [InlineData("HTTP/1.1 200 OK", "Connection: Close, x-other")]
    public async Task A_server_that_closes_is_connected_to_again(string statusLine, string header)
    {
        await using Trial trial = new(Script.Named(statusLine).Head(statusLine, header).Send(Token).Close());

        Assert.Equal("good", (await trial.CallAsync()).AccessToken);
        await trial.RecoversAsync();

        Assert.Equal(2, trial.Server.Connections);
    }

    [Fact]
    public async Task HTTP_1_0_may_keep_a_connection()
    {
        await using Trial trial = new(
            Script
                .Named("keep-alive")
                .Head("HTTP/1.0 200 OK", "Connection: keep-alive", "Content-Length: 22")
                .Send(Token)
        );

        Assert.Equal("good", (await trial.CallAsync()).AccessToken);
        await trial.RecoversAsync();

        Assert.Equal(1, trial.Server.Connections);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("garbage")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 26\r\n\r\n{\"accessToken\":\"somebody\"}")]
    [InlineData("HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n")]
    public async Task What_comes_without_being_asked_for_is_no_response_to_the_next_call(string stray)
    {
        // In one piece: what arrives after the next request could not be told from its response.
        await using Trial trial = new(
            Script.Named("stray bytes").Send($"HTTP/1.1 200 OK\r\nContent-Length: 22\r\n\r\n{Token}{stray}")
        );

        Assert.Equal("good", (await trial.CallAsync()).AccessToken);
        await trial.RecoversAsync();
    }

    [Fact]
    public async Task A_connection_that_the_server_closed_meanwhile_is_replaced_without_an_attempt()
    {
        await using Trial trial = new(Kept.Close());

        Assert.Equal("good", (await trial.CallAsync()).AccessToken);
        await trial.RecoversAsync();

        Assert.Empty(trial.Time.Waits);
    }

    [Fact]
    public async Task A_server_that_hangs_up_on_every_second_request_costs_attempts_and_no_token()
    {
        Script hangUp = Script.Named("hang up").Close();
        await using Trial trial = new(Trial.Good, hangUp, Trial.Good, hangUp, Trial.Good);

        for (int call = 0; call < 3; call++)
        {
            Assert.Equal("good", (await trial.CallAsync()).AccessToken);
        }

        Assert.Equal(5, trial.Server.Requests.Count);
    }

    [Fact]
    public async Task A_response_before_the_request_answers_only_the_call_that_was_about_to_be_made()
    {
        await using Trial trial = new(Trial.Good.OnConnect(), Trial.Good);

        Exception? failure = await Record.ExceptionAsync(() => trial.CallAsync());

        Assert.True(failure is null or ServiceException, failure?.ToString());
        await trial.RecoversAsync();
    }

    [Theory]
    [InlineData("Set-Cookie: session=s3cret; Path=/")]
    [InlineData("Set-Cookie: a=b; Domain=127.0.0.1; Max-Age=999999")]
    public async Task Cookies_are_neither_kept_nor_sent(string cookie)
    {
        await using Trial trial = new(Script.Respond("503 Busy", "{}", cookie), Trial.Good);

        await trial.CallAsync();
        await trial.RecoversAsync();

        Assert.All(trial.Server.Requests, static request => Assert.Null(request.Header("Cookie")));
    }

    [Theory]
    [InlineData(401, "WWW-Authenticate: Basic realm=\"x\"")]
    [InlineData(401, "WWW-Authenticate: Negotiate")]
    [InlineData(401, "WWW-Authenticate: Digest realm=\"x\", nonce=\"y\", qop=\"auth\"")]
    [InlineData(401, "WWW-Authenticate: Bearer error=\"invalid_token\"")]
    [InlineData(401, "WWW-Authenticate:")]
    [InlineData(407, "Proxy-Authenticate: Basic realm=\"x\"")]
    [InlineData(407, "Proxy-Authenticate: NTLM")]
    public async Task A_challenge_is_an_error_and_draws_out_no_credentials(int status, string challenge)
    {
        await using Trial trial = new(Script.Respond($"{status} No", "{}", challenge));

        await trial.FailsAsync<SsoOidcException>(attempts: 1);

        ReceivedRequest request = Assert.Single(trial.Server.Requests);
        Assert.Null(request.Header("Authorization"));
        Assert.Null(request.Header("Proxy-Authorization"));
    }
}
