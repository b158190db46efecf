using System.Net;
using SsoOidc.Hostile.Wire;
using SsoOidcGen.Runtime;

namespace SsoOidc.Hostile;

/// <summary>Connections that end early, in an orderly way or not.</summary>
public sealed class CutConnectionTests
{
    private const string Success = "HTTP/1.1 200 OK\r\nx-amzn-RequestId: request-1";

    public static TheoryData<Script> BeforeTheEndOfTheHeaders =>
        [
            Script.Named("closed when connected").OnConnect().Close(),
            Script.Named("reset when connected").OnConnect().Reset(),
            Script.Named("reset after the request").Reset(),
            Script.Named("closed after the request").Close(),
            Script.Named("reset in the status line").Send("HTTP/1.1 2").Reset(),
            Script.Named("closed in the status line").Send("HTTP/1.1 2").Close(),
            Script.Named("closed after the status line").Send("HTTP/1.1 200 OK\r\n").Close(),
            Script.Named("reset in a header").Send("HTTP/1.1 200 OK\r\nContent-Le").Reset(),
            Script.Named("closed in a header").Send("HTTP/1.1 200 OK\r\nContent-Le").Close(),
            Script.Named("closed after a header").Send(Success + "\r\n").Close(),
            Script.Named("closed after an interim response").Send("HTTP/1.1 103 Early Hints\r\n\r\n").Close(),
        ];

    public static TheoryData<Script> InTheBodyOfASuccess =>
        [
            Script.Named("closed before the body").Head(Success, "Content-Length: 20").Close(),
            Script.Named("reset before the body").Head(Success, "Content-Length: 20").Reset(),
            Script.Named("closed in the body").Head(Success, "Content-Length: 20").Send("{\"access").Close(),
            Script.Named("reset in the body").Head(Success, "Content-Length: 20").Send("{\"access").Reset(),
            Script.Named("closed a byte early").Head(Success, "Content-Length: 3").Send("{}").Close(),
            Script.Named("closed before a chunk").Head(Success, "Transfer-Encoding: chunked").Close(),
            Script.Named("closed in a chunk's size").Head(Success, "Transfer-Encoding: chunked").Send("1").Close(),
            Script.Named("closed in a chunk").Head(Success, "Transfer-Encoding: chunked").Send("8\r\n{\"a").Close(),
            Script.Named("reset in a chunk").Head(Success, "Transfer-Encoding: chunked").Send("8\r\n{\"a").Reset(),
            Script.Named("no last chunk").Head(Success, "Transfer-Encoding: chunked").Send("2\r\n{}\r\n").Close(),
            Script.Named("cut JSON without a length").Head(Success, "Connection: close").Send("{\"acc").Close(),
        ];

    public static TheoryData<Script> InTheBodyOfAnError =>
        [
            Script.Named("closed before the body").Head(Failure(400), "Content-Length: 20").Close(),
            Script.Named("reset in the body").Head(Failure(400), "Content-Length: 20").Send("{\"err").Reset(),
            Script.Named("closed in a chunk").Head(Failure(400), "Transfer-Encoding: chunked").Send("9\r\n{").Close(),
        ];

    [Theory]
    [MemberData(nameof(BeforeTheEndOfTheHeaders))]
    public async Task Without_a_response_the_request_is_sent_again_until_attempts_run_out(Script script)
    {
        await using Trial trial = new(script);

        ServiceUnreachableException error = await trial.FailsAsync<ServiceUnreachableException>(attempts: 3);

        Assert.True(error.IsRetryable);
        await trial.RecoversAsync();
    }

    [Theory]
    [MemberData(nameof(BeforeTheEndOfTheHeaders))]
    public async Task A_response_at_the_second_attempt_is_taken(Script script)
    {
        await using Trial trial = new(script, Trial.Good);

        Assert.Equal("good", (await trial.CallAsync()).AccessToken);
    }

    [Theory]
    [MemberData(nameof(InTheBodyOfASuccess))]
    public async Task A_success_that_is_cut_is_not_asked_for_again(Script script)
    {
        await using Trial trial = new(script);

        UnreadableResponseException error = await trial.FailsAsync<UnreadableResponseException>(attempts: 1);

        Assert.Single(trial.Server.Requests);
        Assert.Equal((HttpStatusCode.OK, "request-1"), (error.StatusCode, error.RequestId));
        await trial.RecoversAsync();
    }

    [Theory]
    [MemberData(nameof(InTheBodyOfAnError))]
    public async Task An_error_that_is_cut_is_what_its_headers_say(Script script)
    {
        await using Trial trial = new(script);

        InvalidGrantException error = await trial.FailsAsync<InvalidGrantException>(attempts: 1);

        Assert.Equal((HttpStatusCode.BadRequest, "request-1"), (error.StatusCode, error.RequestId));
        await trial.RecoversAsync();
    }

    [Fact]
    public async Task An_error_that_is_cut_is_tried_again_where_its_status_says_so()
    {
        Script cut = Script.Named("cut").Head(Failure(503), "Content-Length: 20").Send("{").Close();
        await using Trial trial = new(cut);

        await trial.FailsAsync<InvalidGrantException>(attempts: 3);

        Assert.Equal(3, trial.Server.Requests.Count);
    }

    private static string Failure(int status) =>
        $"HTTP/1.1 {status} No\r\nx-amzn-ErrorType: InvalidGrantException\r\nx-amzn-RequestId: request-1";
}
