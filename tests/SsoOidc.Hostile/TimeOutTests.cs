using System.Net;
using SsoOidc.Hostile.Wire;
using SsoOidcGen.Runtime;

namespace SsoOidc.Hostile;

/// <summary>Servers that take their time.</summary>
public sealed class TimeOutTests
{
    private const string Token = """{"accessToken":"good"}""";

    public static TheoryData<Script> SilentBeforeTheEndOfTheHeaders =>
        [
            Script.Named("after the request").Hold(),
            Script.Named("in the status line").Send("HTTP/1.1 2").Hold(),
            Script.Named("in a header").Send("HTTP/1.1 200 OK\r\nContent-Len").Hold(),
            Script.Named("before the empty line").Send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n").Hold(),
            Script.Named("after an interim response").Head("HTTP/1.1 100 Continue").Hold(),
        ];

    public static TheoryData<Script> SilentInTheBodyOfASuccess =>
        [
            Script.Named("before the body").Head("HTTP/1.1 200 OK", "Content-Length: 22").Hold(),
            Script.Named("in the body").Head("HTTP/1.1 200 OK", "Content-Length: 22").Send("{\"acc").Hold(),
            Script.Named("in a chunk").Head("HTTP/1.1 200 OK", "Transfer-Encoding: chunked").Send("16\r\n{").Hold(),
            Script
                .Named("before the last chunk")
                .Head("HTTP/1.1 200 OK", "Transfer-Encoding: chunked")
                .Send($"16\r\n{Token}\r\n")
                .Hold(),
        ];

    [Theory]
    [MemberData(nameof(SilentBeforeTheEndOfTheHeaders))]
    public async Task An_attempt_without_a_response_ends_when_its_time_is_over(Script script)
    {
        await using Trial trial = new(script);
        trial.Options.MaxAttempts = 1;
        Task<CreateTokenResponse> call = trial.CallAsync();
        await trial.Server.Holding;

        trial.Time.Advance(trial.Options.AttemptTimeout);

        ServiceTimeoutException error = Trial.AssertFailure<ServiceTimeoutException>(
            await Record.ExceptionAsync(() => call),
            attempts: 1
        );
        Assert.True(error.IsRetryable);
        await trial.RecoversAsync();
    }

    [Theory]
    [MemberData(nameof(SilentBeforeTheEndOfTheHeaders))]
    public async Task An_attempt_that_took_too_long_is_made_again(Script script)
    {
        await using Trial trial = new(script, Trial.Good);
        Task<CreateTokenResponse> call = trial.CallAsync();
        await trial.Server.Holding;

        trial.Time.Advance(trial.Options.AttemptTimeout);

        Assert.Equal("good", (await call).AccessToken);
    }

    [Theory]
    [MemberData(nameof(SilentBeforeTheEndOfTheHeaders))]
    public async Task A_caller_does_not_have_to_wait(Script script)
    {
        await using Trial trial = new(script);
        using CancellationTokenSource caller = new();
        Task<CreateTokenResponse> call = trial.CallAsync(caller.Token);
        await trial.Server.Holding;

        await caller.CancelAsync();

        OperationCanceledException error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(caller.Token, error.CancellationToken);
        await trial.RecoversAsync();
    }

    [Theory]
    [MemberData(nameof(SilentInTheBodyOfASuccess))]
    public async Task A_success_whose_body_does_not_come_is_not_asked_for_again(Script script)
    {
        using ResponseSignal signal = new();
        await using Trial trial = new(script) { Http = new HttpClient(signal) };
        Task<CreateTokenResponse> call = trial.CallAsync();
        await signal.Arrived;

        trial.Time.Advance(trial.Options.AttemptTimeout);

        Trial.AssertFailure<UnreadableResponseException>(await Record.ExceptionAsync(() => call), attempts: 1);
        Assert.Single(trial.Server.Requests);
        await trial.RecoversAsync();
    }

    [Fact]
    public async Task An_error_whose_body_does_not_come_is_what_its_headers_say()
    {
        using ResponseSignal signal = new();
        await using Trial trial = new(
            Script
                .Named("silent error")
                .Head("HTTP/1.1 400 No", "x-amzn-ErrorType: InvalidGrantException", "Content-Length: 20")
                .Hold()
        )
        {
            Http = new HttpClient(signal),
        };
        Task<CreateTokenResponse> call = trial.CallAsync();
        await signal.Arrived;

        trial.Time.Advance(trial.Options.AttemptTimeout);

        InvalidGrantException error = Trial.AssertFailure<InvalidGrantException>(
            await Record.ExceptionAsync(() => call),
            attempts: 1
        );
        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
    }

    [Fact]
    public async Task An_error_whose_body_does_not_come_is_tried_again_where_its_status_says_so()
    {
        using ResponseSignal signal = new();
        await using Trial trial = new(
            Script.Named("silent error").Head("HTTP/1.1 503 Busy", "Content-Length: 20").Send("{").Hold(),
            Trial.Good
        )
        {
            Http = new HttpClient(signal),
        };
        Task<CreateTokenResponse> call = trial.CallAsync();
        await signal.Arrived;

        trial.Time.Advance(trial.Options.AttemptTimeout);

        Assert.Equal("good", (await call).AccessToken);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(7)]
    public async Task Bytes_that_come_one_by_one_do_not_prolong_an_attempt(int parts)
    {
        TimeSpan pause = TimeSpan.FromSeconds(10);
        string response = $"HTTP/1.1 200 OK\r\nContent-Length: 22\r\n\r\n{Token}";
        Trial? trial = null;
        Script script = Script.Named("drop by drop");
        for (int part = 0; part < parts; part++)
        {
            script = script.Send(response[part..(part + 1)]).Do(() => trial!.Time.Advance(pause));
        }

        await using (trial = new Trial(script.Send(response[parts..])))
        {
            trial.Options.MaxAttempts = 1;

            Exception? failure = await Record.ExceptionAsync(() => trial.CallAsync());

            Assert.Equal(pause * parts < trial.Options.AttemptTimeout, failure is null);
            Assert.True(failure is null or ServiceTimeoutException, failure?.ToString());
        }
    }

    [Fact]
    public async Task A_call_has_a_limit_over_all_its_attempts()
    {
        Trial? trial = null;
        Script slow = Script.Named("slow").Do(() => trial!.Time.Advance(TimeSpan.FromSeconds(10)));
        await using (trial = new Trial(slow.Head("HTTP/1.1 503 Busy", "Content-Length: 0")))
        {
            trial.Options.MaxAttempts = 30;
            trial.Options.CallTimeout = TimeSpan.FromSeconds(45);

            ServiceTimeoutException error = await trial.FailsAsync<ServiceTimeoutException>(attempts: 5);

            Assert.Contains("CallTimeout", error.Message);
            Assert.Equal(5, trial.Server.Requests.Count);
        }
    }

    [Theory]
    [InlineData(40, 60, "CallTimeout")]
    [InlineData(80, 60, "AttemptTimeout")]
    public async Task An_error_names_the_limit_that_struck(int call, int attempt, string name)
    {
        await using Trial trial = new(Script.Named("silent").Hold());
        trial.Options.MaxAttempts = 1;
        trial.Options.CallTimeout = TimeSpan.FromSeconds(call);
        trial.Options.AttemptTimeout = TimeSpan.FromSeconds(attempt);
        Task<CreateTokenResponse> response = trial.CallAsync();
        await trial.Server.Holding;

        trial.Time.Advance(TimeSpan.FromSeconds(Math.Min(call, attempt)));

        ServiceTimeoutException error = Trial.AssertFailure<ServiceTimeoutException>(
            await Record.ExceptionAsync(() => response),
            attempts: 1
        );
        Assert.Contains(name, error.Message);
    }

    [Fact]
    public async Task The_limit_of_a_caller_s_HttpClient_is_named_too()
    {
        await using Trial trial = new(Script.Named("silent").Hold())
        {
            Http = new HttpClient { Timeout = TimeSpan.FromMilliseconds(20) },
        };
        trial.Options.MaxAttempts = 1;

        ServiceTimeoutException error = await trial.FailsAsync<ServiceTimeoutException>(attempts: 1);

        Assert.Contains("HttpClient", error.Message);
    }
}
