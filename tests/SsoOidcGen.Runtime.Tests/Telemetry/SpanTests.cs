using System.Diagnostics;
using SsoOidcGen.Runtime.Tests.Client;
using static SsoOidcGen.Runtime.Tests.Client.ScriptedHandler;

namespace SsoOidcGen.Runtime.Tests.Telemetry;

/// <summary>Whatever way a call ends, it leaves one span.</summary>
public sealed class SpanTests : IDisposable
{
    private readonly ObservedProbe _probe = new();

    [Fact]
    public async Task A_call_is_a_client_span_named_after_service_and_operation()
    {
        await _probe.CallAsync(Answer(200));

        Assert.Equal($"Probe.{_probe.Operation}", Span.DisplayName);
        Assert.Equal(ActivityKind.Client, Span.Kind);
        Assert.Equal("SsoOidcGen.Runtime", Span.Source.Name);
    }

    [Fact]
    public async Task A_success_says_what_was_called_where_and_nothing_of_errors_and_retries()
    {
        await _probe.CallAsync(Answer(200));

        Assert.Equal(ActivityStatusCode.Unset, Span.Status);
        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["rpc.system.name"] = "aws-api",
                ["rpc.method"] = $"Probe/{_probe.Operation}",
                ["server.address"] = "probe.eu-central-1.example",
                ["cloud.region"] = "eu-central-1",
                ["http.response.status_code"] = 200,
                ["aws.request_id"] = "request-1",
            },
            Span.TagObjects.ToDictionary()
        );
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080/base", "127.0.0.1", 8080)]
    [InlineData("https://probe.example:443", "probe.example", null)]
    public async Task A_port_is_told_when_it_is_not_the_one_of_the_scheme(string endpoint, string address, int? port)
    {
        ServiceClientOptions options = _probe.Options with { Endpoint = new Uri(endpoint) };

        await _probe.CallAsync(new ScriptedHandler(Answer(200)), options);

        Assert.Equal(address, Span.GetTagItem("server.address"));
        Assert.Equal(port, Span.GetTagItem("server.port"));
    }

    [Theory]
    [InlineData("x-amzn-requestid")]
    [InlineData("x-amzn-request-id")]
    [InlineData("x-amz-request-id")]
    public async Task Ids_come_from_the_headers_in_use(string header)
    {
        await _probe.CallAsync(
            Answer(
                200,
                adjust: response =>
                {
                    response.Headers.Remove("x-amzn-RequestId");
                    response.Headers.Add(header, "id");
                    response.Headers.Add("x-amz-id-2", "extended");
                }
            )
        );

        Assert.Equal("id", Span.GetTagItem("aws.request_id"));
        Assert.Equal("extended", Span.GetTagItem("aws.extended_request_id"));
    }

    [Theory]
    [InlineData("Broken", "Broken", "Broken")]
    [InlineData("MadeUpByTheServer", null, "400")]
    [InlineData(null, null, "400")]
    public async Task An_error_is_told_by_a_code_of_the_model_or_by_its_status(string? sent, string? code, string kind)
    {
        await Assert.ThrowsAnyAsync<ServiceException>(() => _probe.CallAsync(Answer(400, "{}", sent)));

        AssertFailed(kind);
        Assert.Equal(code, Span.GetTagItem("rpc.status_code"));
        Assert.Equal(400, Span.GetTagItem("http.response.status_code"));
        Assert.Equal("request-1", Span.GetTagItem("aws.request_id"));
    }

    [Fact]
    public async Task A_response_that_cannot_be_read_is_told_by_its_exception()
    {
        await Assert.ThrowsAsync<UnreadableResponseException>(() => _probe.CallAsync(Answer(200, "garbage")));

        AssertFailed("SsoOidcGen.Runtime.UnreadableResponseException");
        Assert.Equal(200, Span.GetTagItem("http.response.status_code"));
    }

    [Fact]
    public async Task A_call_without_a_response_is_told_by_its_exception()
    {
        await Assert.ThrowsAsync<ServiceUnreachableException>(() =>
            _probe.CallAsync(Fail(new HttpRequestException("no")))
        );

        AssertFailed("SsoOidcGen.Runtime.ServiceUnreachableException");
        Assert.Null(Span.GetTagItem("http.response.status_code"));
    }

    [Fact]
    public async Task A_canceled_call_ends()
    {
        using HangingHandler handler = new();
        using CancellationTokenSource source = new();
        Task<string> call = _probe.CallAsync(handler, _probe.Options, cancellationToken: source.Token);
        await handler.Started;

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        AssertFailed("System.OperationCanceledException");
    }

    [Fact]
    public async Task A_call_that_is_refused_before_anything_is_sent_has_a_span()
    {
        ScriptedHandler handler = new(Answer(200));

        await Assert.ThrowsAsync<RequestValidationException>(() =>
            _probe.CallAsync(handler, _probe.Options, input: "")
        );

        AssertFailed("SsoOidcGen.Runtime.RequestValidationException");
        Assert.Empty(handler.Sent);
    }

    [Fact]
    public async Task So_has_one_with_a_wrong_setting()
    {
        ServiceClientOptions options = _probe.Options with { MaxAttempts = 0 };

        await Assert.ThrowsAsync<ConfigurationException>(() =>
            _probe.CallAsync(new ScriptedHandler(Answer(200)), options)
        );

        AssertFailed("SsoOidcGen.Runtime.ConfigurationException");
    }

    [Fact]
    public async Task And_one_without_credentials()
    {
        ServiceClientOptions options = _probe.Options with { Credentials = new NoCredentials() };

        await Assert.ThrowsAsync<MissingCredentialsException>(() =>
            _probe.CallAsync(new ScriptedHandler(Answer(200)), options, auth: AuthScheme.SigV4)
        );

        AssertFailed("SsoOidcGen.Runtime.MissingCredentialsException");
    }

    [Fact]
    public async Task A_retry_is_an_event_and_counted_on_success_too()
    {
        ServiceClientOptions options = _probe.Options with { MaxAttempts = 3 };

        await _probe.CallAsync(
            new ScriptedHandler(Answer(503), Answer(400, "{}", "ThrottlingException"), Answer(200)),
            options
        );

        Assert.Equal(2, Span.GetTagItem("http.request.resend_count"));
        Assert.Equal(200, Span.GetTagItem("http.response.status_code"));
        Assert.Equal(ActivityStatusCode.Unset, Span.Status);
        Assert.Equal(["retry", "retry"], Span.Events.Select(static happened => happened.Name));
        Assert.Equal(["1 transient", "2 throttled"], Span.Events.Select(Reason));
        Assert.All(Span.Events, static happened => Assert.InRange((double)Tag(happened, "delay")!, 0, 20));

        static string Reason(ActivityEvent happened) => $"{Tag(happened, "attempt")} {Tag(happened, "reason")}";
    }

    [Fact]
    public async Task A_clock_that_is_off_is_a_reason_of_its_own()
    {
        ServiceClientOptions options = _probe.Options with { MaxAttempts = 2 };
        DateTimeOffset ahead = _probe.Time.GetUtcNow() + TimeSpan.FromHours(1);

        await _probe.CallAsync(
            new ScriptedHandler(
                Answer(403, "{}", "RequestTimeTooSkewed", response => response.Headers.Date = ahead),
                Answer(200)
            ),
            options,
            auth: AuthScheme.SigV4
        );

        Assert.Equal("clock", Tag(Span.Events.Single(static happened => happened.Name == "retry"), "reason"));
    }

    [Fact]
    public async Task A_quota_that_is_used_up_is_an_event()
    {
        ServiceClientOptions options = _probe.Options with { MaxAttempts = 100 };

        await Assert.ThrowsAnyAsync<ServiceException>(() =>
            _probe.CallAsync(new ScriptedHandler(Answer(500)), options)
        );

        Assert.Equal("retry_quota_exhausted", Span.Events.Last().Name);
    }

    [Fact]
    public async Task New_credentials_are_an_event()
    {
        await _probe.CallAsync(new ScriptedHandler(Answer(200)), _probe.Options, auth: AuthScheme.SigV4);

        ActivityEvent happened = Assert.Single(Span.Events);
        Assert.Equal("credentials_refreshed", happened.Name);
        Assert.Equal(nameof(AwsCredentials), Tag(happened, "source"));
        Assert.IsType<double>(Tag(happened, "milliseconds"));
    }

    [Fact]
    public async Task The_span_of_a_stream_ends_when_the_stream_does()
    {
        ScriptedHandler handler = new(Answer(200, "text"));
        ProbeClient client = new(new HttpClient(handler), _probe.Options);
        Stream stream = await client.InvokeAsync(
            new CopyOperation { Name = _probe.Operation },
            new MemoryStream(),
            TestContext.Current.CancellationToken
        );
        Assert.Empty(_probe.Activities);
        Activity? before = Activity.Current;

        await stream.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);

        Assert.Equal(ActivityStatusCode.Unset, Span.Status);
        Assert.Same(before, Activity.Current);
    }

    [Fact]
    public async Task A_stream_that_is_left_ends_its_span()
    {
        ProbeClient client = new(new HttpClient(new ScriptedHandler(Answer(200, "text"))), _probe.Options);
        Stream stream = await client.InvokeAsync(
            new CopyOperation { Name = _probe.Operation },
            new MemoryStream(),
            TestContext.Current.CancellationToken
        );

        await stream.DisposeAsync();

        Assert.Equal(ActivityStatusCode.Unset, Span.Status);
        Assert.Single(_probe.Durations);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    public async Task Nothing_repeats_a_secret(int status)
    {
        const string Body = """{"__type":"hunter2","message":"hunter2","text":""}""";
        Task call = _probe.CallAsync(
            Answer(
                status,
                Body,
                "hunter2",
                static response =>
                {
                    response.Headers.Remove("x-amzn-RequestId");
                    response.Headers.Add("x-amzn-RequestId", "hunter2");
                    response.Headers.Add("x-amz-id-2", "hunter2");
                }
            )
        );
        await call.ContinueWith(static _ => { }, TestContext.Current.CancellationToken);

        Assert.Equal("***", Span.GetTagItem("aws.request_id"));
        Assert.Equal("***", Span.GetTagItem("aws.extended_request_id"));
        Assert.DoesNotContain("hunter2", string.Join(' ', Span.TagObjects) + Span.StatusDescription);
        Assert.DoesNotContain("hunter2", string.Join(' ', _probe.Measurements.SelectMany(static one => one.Tags)));
        Assert.DoesNotContain("hunter2", string.Join(' ', _probe.Log.Events));
    }

    [Fact]
    public async Task The_context_of_a_trace_is_no_part_of_a_signature()
    {
        using Activity around = new Activity("around").Start();
        ScriptedHandler handler = new(Answer(200));

        await _probe.CallAsync(handler, _probe.Options, auth: AuthScheme.SigV4);

        Assert.Equal(around.TraceId, Span.TraceId);
        Assert.DoesNotContain("traceparent", handler.Sent[0].Headers["Authorization"]);
    }

    public void Dispose() => _probe.Dispose();

    private Activity Span => Assert.Single(_probe.Activities);

    private static object? Tag(ActivityEvent happened, string name) =>
        happened.Tags.FirstOrDefault(tag => tag.Key == name).Value;

    private void AssertFailed(string kind)
    {
        Assert.Equal(ActivityStatusCode.Error, Span.Status);
        Assert.Equal(kind, Span.StatusDescription);
        Assert.Equal(kind, Span.GetTagItem("error.type"));
        Assert.Equal(kind, Assert.Single(_probe.Durations).Tags["error.type"]);
    }

    private sealed class NoCredentials : IAwsCredentialsProvider
    {
        public ValueTask<AwsCredentials> GetCredentialsAsync(CancellationToken cancellationToken = default) =>
            throw new MissingCredentialsException("none");
    }
}
