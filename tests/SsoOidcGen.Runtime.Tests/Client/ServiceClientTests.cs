using System.Net;
using Microsoft.Extensions.Time.Testing;
using static SsoOidcGen.Runtime.Tests.Client.ScriptedHandler;

namespace SsoOidcGen.Runtime.Tests.Client;

public sealed class ServiceClientTests
{
    private static readonly AwsEnvironment Empty = new(
        Path.GetTempPath(),
        new Dictionary<string, string> { ["AWS_EC2_METADATA_DISABLED"] = "true" }
    );

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 31, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_call_sends_the_input_and_returns_the_output()
    {
        ScriptedHandler handler = new(Answer(200, """{"text":"pong"}"""));

        string output = await Client(handler).InvokeAsync(ProbeClient.Echo, "ping");

        Assert.Equal("pong", output);
        SentRequest sent = Assert.Single(handler.Sent);
        Assert.Equal(("POST", "https://probe.eu-central-1.example/echo"), (sent.Method, sent.Uri.AbsoluteUri));
        Assert.Equal("""{"text":"ping"}""", sent.Body);
        Assert.Equal("application/json", sent.Headers["Content-Type"]);
        Assert.Equal("attempt=1; max=3", sent.Headers["amz-sdk-request"]);
        Assert.False(sent.Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task A_missing_request_is_called_as_the_caller_knows_it()
    {
        ProbeClient client = Client(new ScriptedHandler(Answer(200)));

        await Assert.ThrowsAsync<ArgumentNullException>("request", () => client.InvokeAsync(ProbeClient.Echo, null!));
        await Assert.ThrowsAsync<ArgumentNullException>(
            "operation",
            () => client.InvokeAsync<string, string>(null!, "x")
        );
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080/base/", "http://127.0.0.1:8080/base/echo")]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080/echo")]
    public async Task The_path_of_a_custom_endpoint_is_kept(string endpoint, string expected)
    {
        ScriptedHandler handler = new(Answer(200));
        ServiceClientOptions options = Options();
        options.Region = null;
        options.Endpoint = new Uri(endpoint);

        await new ProbeClient(new HttpClient(handler), options).InvokeAsync(
            ProbeClient.Echo,
            "x",
            TestContext.Current.CancellationToken
        );

        Assert.Equal(expected, handler.Sent[0].Uri.AbsoluteUri);
    }

    [Theory]
    [InlineData("ok", "secret\r\nX-Admin: true")]
    [InlineData("ok", "secret\nX-Admin: true")]
    [InlineData("ok", "secr\u00e9t")]
    [InlineData("no\r\nX-Admin", "secret")]
    [InlineData("no: X-Admin", "secret")]
    public async Task A_header_that_would_not_arrive_as_it_is_is_refused_before_anything_is_sent(
        string name,
        string value
    )
    {
        ScriptedHandler handler = new(Answer(200));

        RequestValidationException refusal = await Assert.ThrowsAsync<RequestValidationException>(() =>
            Client(handler).InvokeAsync(ProbeClient.Label, (name, value))
        );

        Assert.Contains(name == "ok" ? "X-Value" : "X-Label-", Assert.Single(refusal.Errors));
        Assert.DoesNotContain("secr", refusal.Message);
        Assert.Empty(handler.Sent);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_transient_failure_is_tried_again_with_the_same_body_and_id(int status)
    {
        ScriptedHandler handler = new(Answer(status), Answer(200, """{"text":"pong"}"""));

        string output = await Finish(Client(handler).InvokeAsync(ProbeClient.Echo, "ping"));

        Assert.Equal("pong", output);
        Assert.Equal(handler.Sent[0].Body, handler.Sent[1].Body);
        Assert.Equal(
            handler.Sent[0].Headers["amz-sdk-invocation-id"],
            handler.Sent[1].Headers["amz-sdk-invocation-id"]
        );
        Assert.Equal("attempt=2; max=3", handler.Sent[1].Headers["amz-sdk-request"]);
    }

    [Fact]
    public async Task A_result_tells_how_many_attempts_it_took()
    {
        ScriptedHandler handler = new(Answer(503), Answer(200, """{"text":"pong"}"""));

        OperationResult<string> result = await Finish(
            Client(handler).TryInvokeAsync(ProbeClient.Echo, "ping").AsTask()
        );

        Assert.Equal(("pong", 2), (result.Output, result.Attempts));
    }

    [Fact]
    public async Task After_the_last_attempt_the_service_s_own_error_is_thrown()
    {
        ScriptedHandler handler = new(Answer(503, """{"message":"later"}""", "Broken"));

        BrokenException error = await Assert.ThrowsAsync<BrokenException>(() =>
            Finish(Client(handler).InvokeAsync(ProbeClient.Echo, "x"))
        );

        Assert.Equal(3, handler.Sent.Count);
        Assert.Equal((3, "later", true), (error.Attempts, error.Message, error.IsRetryable));
    }

    [Theory]
    [InlineData(400, "Broken")]
    [InlineData(404, null)]
    [InlineData(429, null)]
    public async Task Other_failures_are_not_tried_again(int status, string? code)
    {
        ScriptedHandler handler = new(Answer(status, "{}", code));

        await Assert.ThrowsAnyAsync<ServiceException>(() => Client(handler).InvokeAsync(ProbeClient.Echo, "x"));

        Assert.Single(handler.Sent);
    }

    [Fact]
    public async Task Throttling_is_tried_again()
    {
        ScriptedHandler handler = new(Answer(400, "{}", "ThrottlingException"), Answer(200));

        await Finish(Client(handler).InvokeAsync(ProbeClient.Echo, "x"));

        Assert.Equal(2, handler.Sent.Count);
    }

    [Fact]
    public async Task A_spent_quota_ends_the_retries()
    {
        ScriptedHandler handler = new(Answer(500));
        ProbeClient client = Client(handler);
        int calls = 0;
        int before;
        do
        {
            before = handler.Sent.Count;
            calls++;
            await Assert.ThrowsAnyAsync<ServiceException>(() => Finish(client.InvokeAsync(ProbeClient.Echo, "x")));
        } while (handler.Sent.Count - before == 3);

        // 500 tokens, 14 for each of two retries a call.
        Assert.Equal((500 / 28) + 1, calls);
    }

    [Fact]
    public async Task A_retry_that_succeeds_gives_its_tokens_back()
    {
        int sent = 0;
        ScriptedHandler handler = new(request => Answer(++sent % 2 == 0 ? 200 : 500)(request));
        ProbeClient client = Client(handler);

        // All of them together would cost more than there is.
        for (int i = 0; i < 2 * 500 / 14; i++)
        {
            await Finish(client.InvokeAsync(ProbeClient.Echo, "x"));
        }

        Assert.Equal(2 * (2 * 500 / 14), sent);
    }

    [Fact]
    public async Task What_an_earlier_attempt_was_told_is_not_what_the_last_one_was()
    {
        ScriptedHandler handler = new(Answer(503), Fail(new HttpRequestException("refused")));

        OperationResult<string> result = await Finish(Client(handler).TryInvokeAsync(ProbeClient.Echo, "x").AsTask());

        Assert.Equal((null, null), (result.GetHeader("x-amzn-RequestId"), result.RequestId));
        Assert.Equal((3, null), (result.Attempts, result.StatusCode));
    }

    [Theory]
    [InlineData("<html>oops</html>")]
    [InlineData("{\"text\":")]
    [InlineData("{\"text\":5}")]
    [InlineData("[]")]
    public async Task A_success_that_cannot_be_read_is_never_requested_again(string body)
    {
        ScriptedHandler handler = new(Answer(200, body));

        UnreadableResponseException error = await Assert.ThrowsAsync<UnreadableResponseException>(() =>
            Client(handler).InvokeAsync(ProbeClient.Echo, "x")
        );

        Assert.Single(handler.Sent);
        Assert.Equal((HttpStatusCode.OK, "request-1"), (error.StatusCode, error.RequestId));
        Assert.Equal(body.StartsWith('<'), error.ToString().Contains("oops", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_body_that_never_comes_ends_the_only_attempt_when_its_time_is_over()
    {
        await using HangingStream body = new();
        ScriptedHandler handler = new(Answer(200, adjust: response => response.Content = new StreamContent(body)));
        Task<string> call = Client(handler).InvokeAsync(ProbeClient.Echo, "x");
        await body.Started;

        _time.Advance(Options().AttemptTimeout);

        UnreadableResponseException error = await Assert.ThrowsAsync<UnreadableResponseException>(() => call);
        Assert.Contains("longer than 60 s", error.Message);
        Assert.Single(handler.Sent);
    }

    [Fact]
    public async Task No_connection_is_told_from_an_error_and_tried_again()
    {
        ScriptedHandler handler = new(Fail(new HttpRequestException("refused")));

        ServiceUnreachableException error = await Assert.ThrowsAsync<ServiceUnreachableException>(() =>
            Finish(Client(handler).InvokeAsync(ProbeClient.Echo, "x"))
        );

        Assert.Equal(3, handler.Sent.Count);
        Assert.Contains("https://probe.eu-central-1.example", error.Message);
    }

    [Fact]
    public async Task A_time_out_is_told_from_a_cancellation()
    {
        using HangingHandler handler = new();
        ServiceClientOptions options = Options();
        options.MaxAttempts = 1;
        Task<string> call = new ProbeClient(new HttpClient(handler), options).InvokeAsync(ProbeClient.Echo, "x");
        await handler.Started;

        _time.Advance(options.AttemptTimeout);

        ServiceTimeoutException error = await Assert.ThrowsAsync<ServiceTimeoutException>(() => call);
        Assert.Contains("within 60 s", error.Message);
    }

    [Fact]
    public async Task A_cancellation_ends_the_call_at_once_and_carries_the_caller_s_token()
    {
        using HangingHandler handler = new();
        using CancellationTokenSource source = new();
        Task<string> call = new ProbeClient(new HttpClient(handler), Options()).InvokeAsync(
            ProbeClient.Echo,
            "x",
            source.Token
        );
        await handler.Started;

        await source.CancelAsync();

        OperationCanceledException error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(source.Token, error.CancellationToken);
    }

    [Fact]
    public async Task A_cancellation_during_a_delay_ends_the_call_at_once()
    {
        using CancellationTokenSource source = new();
        // A random delay below a millisecond would be over before it begins.
        ScriptedHandler handler = new(
            Answer(503, adjust: static response => response.Headers.Add("x-amz-retry-after", "1000"))
        );
        Task<string> call = Client(handler).InvokeAsync(ProbeClient.Echo, "x", source.Token);

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Single(handler.Sent);
    }

    [Fact]
    public async Task A_faulty_input_is_refused_before_anything_is_sent()
    {
        ScriptedHandler handler = new(Answer(200));

        RequestValidationException error = await Assert.ThrowsAsync<RequestValidationException>(() =>
            Client(handler).InvokeAsync(ProbeClient.Echo, "")
        );

        Assert.Equal(["Text has 0 characters, at least 1 are needed"], error.Errors);
        Assert.Empty(handler.Sent);
    }

    [Fact]
    public async Task A_failure_that_is_expected_need_not_be_thrown()
    {
        ScriptedHandler handler = new(Answer(400, """{"message":"no"}""", "Broken"));

        OperationResult<string> result = await Client(handler).TryInvokeAsync(ProbeClient.Echo, "x");

        Assert.False(result.IsSuccess);
        Assert.IsType<BrokenException>(result.Exception);
        Assert.Throws<BrokenException>(() => result.GetOutput());
    }

    [Fact]
    public async Task A_signed_call_without_credentials_fails_before_anything_is_sent()
    {
        ScriptedHandler handler = new(Answer(200));

        await Assert.ThrowsAsync<MissingCredentialsException>(() =>
            Client(handler).InvokeAsync(ProbeClient.SignedEcho, "x")
        );

        Assert.Empty(handler.Sent);
    }

    [Fact]
    public async Task A_call_without_region_and_endpoint_says_where_to_set_one()
    {
        ScriptedHandler handler = new(Answer(200));
        ServiceClientOptions options = Options();
        options.Region = null;

        Exception error = await Assert.ThrowsAnyAsync<Exception>(() =>
            new ProbeClient(new HttpClient(handler), options).InvokeAsync(ProbeClient.SignedEcho, "x")
        );

        Assert.Contains("AWS_REGION", error.Message);
    }

    private ServiceClientOptions Options() =>
        new()
        {
            Region = "eu-central-1",
            Environment = Empty,
            TimeProvider = _time,
        };

    private ProbeClient Client(ScriptedHandler handler) => new(new HttpClient(handler), Options());

    /// <summary>Lets time pass until a call that waits between attempts is over.</summary>
    private async Task<T> Finish<T>(Task<T> call)
    {
        while (!call.IsCompleted)
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        return await call;
    }
}
