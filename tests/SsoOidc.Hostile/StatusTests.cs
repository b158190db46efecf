using System.Globalization;
using System.Net;
using SsoOidc.Hostile.Wire;
using SsoOidcGen.Runtime;

namespace SsoOidc.Hostile;

public sealed class StatusTests
{
    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(202)]
    [InlineData(203)]
    [InlineData(206)]
    [InlineData(226)]
    [InlineData(299)]
    public async Task Every_status_from_200_to_299_is_a_success(int status)
    {
        await using Trial trial = new(Script.Respond($"{status} Fine", """{"accessToken":"good"}"""));

        Assert.Equal("good", (await trial.CallAsync()).AccessToken);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(399)]
    [InlineData(400)]
    [InlineData(402)]
    [InlineData(404)]
    [InlineData(408)]
    [InlineData(418)]
    [InlineData(429)]
    [InlineData(451)]
    [InlineData(499)]
    [InlineData(501)]
    [InlineData(505)]
    [InlineData(511)]
    [InlineData(599)]
    [InlineData(600)]
    [InlineData(999)]
    public async Task Every_other_status_is_an_error_whatever_its_body_says(int status)
    {
        await using Trial trial = new(Script.Respond($"{status} No", """{"accessToken":"bad"}"""));

        SsoOidcException error = await trial.FailsAsync<SsoOidcException>(attempts: 1);

        Assert.Equal((HttpStatusCode)status, error.StatusCode);
        Assert.Equal(status.ToString(CultureInfo.InvariantCulture), error.ErrorCode);
        await trial.RecoversAsync();
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_status_that_may_pass_is_tried_three_times(int status)
    {
        await using Trial trial = new(Script.Respond($"{status} Down", "<html>Bad Gateway</html>"));

        SsoOidcException error = await trial.FailsAsync<SsoOidcException>(attempts: 3);

        Assert.Equal(3, trial.Server.Requests.Count);
        Assert.True(error.IsRetryable);
        await trial.RecoversAsync();
    }

    [Theory]
    [InlineData("HTTP/1.1 099 Early")]
    [InlineData("HTTP/1.1 20 OK")]
    [InlineData("HTTP/1.1 2000 OK")]
    [InlineData("HTTP/1.1 -200 OK")]
    [InlineData("HTTP/1.1 OK")]
    [InlineData("HTTP/1.1")]
    [InlineData("HTTP/2.0 200 OK")]
    [InlineData("HTTP/9.9 200 OK")]
    [InlineData("HTTP 200 OK")]
    [InlineData("http/1.1 200 OK")]
    [InlineData("ICY 200 OK")]
    [InlineData("220 mail.example ESMTP")]
    [InlineData("SSH-2.0-OpenSSH_9.9")]
    [InlineData("{\"accessToken\":\"bad\"}")]
    [InlineData("\u0016\u0003\u0001\u0002")]
    [InlineData("PRI * HTTP/2.0")]
    public async Task A_status_line_that_is_none_never_becomes_a_token(string line)
    {
        await using Trial trial = new(Script.Named(line).Send(line + "\r\n\r\n{\"accessToken\":\"bad\"}").Close());

        Exception? failure = await Record.ExceptionAsync(() => trial.CallAsync());

        Assert.IsAssignableFrom<ServiceException>(failure);
        await trial.RecoversAsync();
    }

    [Fact]
    public async Task Switching_protocols_is_no_success()
    {
        await using Trial trial = new(
            Script.Named("101").Head("HTTP/1.1 101 Switching Protocols", "Upgrade: h2c", "Connection: Upgrade")
        );

        SsoOidcException error = await trial.FailsAsync<SsoOidcException>(attempts: 1);

        Assert.Equal(HttpStatusCode.SwitchingProtocols, error.StatusCode);
        await trial.RecoversAsync();
    }

    [Theory]
    [InlineData("HTTP/1.1 100 Continue")]
    [InlineData("HTTP/1.1 102 Processing")]
    [InlineData("HTTP/1.1 103 Early Hints\r\nLink: </style.css>")]
    [InlineData("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 100 Continue")]
    public async Task Interim_responses_are_passed_over(string interim)
    {
        await using Trial trial = new(
            Script
                .Named(interim)
                .Send(interim + "\r\n\r\n")
                .Send("HTTP/1.1 200 OK\r\nContent-Length: 22\r\n\r\n{\"accessToken\":\"good\"}")
        );

        Assert.Equal("good", (await trial.CallAsync()).AccessToken);
    }
}
