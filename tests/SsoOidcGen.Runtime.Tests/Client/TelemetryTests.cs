using System.Diagnostics;
using System.Diagnostics.Metrics;
using static SsoOidcGen.Runtime.Tests.Client.ScriptedHandler;

namespace SsoOidcGen.Runtime.Tests.Client;

/// <summary>Whatever way a call ends, it leaves one activity and one measurement.</summary>
public sealed class TelemetryTests : IDisposable
{
    // Other tests make calls at the same time: this one is known by its name.
    private readonly string _name = $"Observed{Guid.NewGuid():N}";
    private readonly ActivityListener _traces;
    private readonly MeterListener _meter = new();
    private readonly List<Activity> _activities = [];
    private readonly List<Dictionary<string, object?>> _measurements = [];

    public TelemetryTests()
    {
        _traces = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "SsoOidcGen.Runtime",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.OperationName == _name)
                {
                    _activities.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(_traces);
        _meter.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == "SsoOidcGen.Runtime")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meter.SetMeasurementEventCallback<double>(
            (_, _, tags, _) =>
            {
                Dictionary<string, object?> found = new(tags.ToArray());
                if (found["rpc.method"] is string method && method == _name)
                {
                    _measurements.Add(found);
                }
            }
        );
        _meter.Start();
    }

    [Fact]
    public async Task A_success_has_no_error()
    {
        await CallAsync(Answer(200));

        AssertEnded(ActivityStatusCode.Unset, kind: null);
        Assert.Equal("request-1", _activities[0].GetTagItem("aws.request_id"));
    }

    [Theory]
    [InlineData("Broken", "Broken")]
    [InlineData("MadeUpByTheServer", "400")]
    [InlineData(null, "400")]
    public async Task An_error_is_told_by_a_code_of_the_model_or_by_its_status(string? code, string kind)
    {
        await Assert.ThrowsAnyAsync<ServiceException>(() => CallAsync(Answer(400, "{}", code)));

        AssertEnded(ActivityStatusCode.Error, kind);
    }

    [Fact]
    public async Task A_call_without_a_response_is_told_by_its_exception()
    {
        await Assert.ThrowsAsync<ServiceUnreachableException>(() => CallAsync(Fail(new HttpRequestException("no"))));

        AssertEnded(ActivityStatusCode.Error, "SsoOidcGen.Runtime.ServiceUnreachableException");
    }

    [Fact]
    public async Task A_canceled_call_is_counted()
    {
        using HangingHandler handler = new();
        using CancellationTokenSource source = new();
        Task<string> call = CallAsync(handler, "hunter2", Options(), source.Token);
        await handler.Started;

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        AssertEnded(ActivityStatusCode.Error, "System.OperationCanceledException");
    }

    [Fact]
    public async Task A_call_that_is_refused_is_counted()
    {
        await Assert.ThrowsAsync<RequestValidationException>(() =>
            CallAsync(new ScriptedHandler(Answer(200)), "", Options(), CancellationToken.None)
        );

        AssertEnded(ActivityStatusCode.Error, "SsoOidcGen.Runtime.RequestValidationException");
    }

    [Fact]
    public async Task A_call_with_a_wrong_setting_is_counted()
    {
        ServiceClientOptions options = Options();
        options.MaxAttempts = 0;

        await Assert.ThrowsAsync<ConfigurationException>(() =>
            CallAsync(new ScriptedHandler(Answer(200)), "hunter2", options, CancellationToken.None)
        );

        AssertEnded(ActivityStatusCode.Error, "SsoOidcGen.Runtime.ConfigurationException");
    }

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    public async Task No_tag_repeats_a_secret(int status)
    {
        const string Body = """{"__type":"hunter2","message":"hunter2","text":""}""";
        Task call = CallAsync(
            Answer(
                status,
                Body,
                "hunter2",
                static response =>
                {
                    response.Headers.Remove("x-amzn-RequestId");
                    response.Headers.Add("x-amzn-RequestId", "hunter2");
                }
            )
        );
        await call.ContinueWith(static _ => { }, TestContext.Current.CancellationToken);

        Assert.DoesNotContain("hunter2", string.Join(' ', _activities[0].TagObjects));
        Assert.DoesNotContain("hunter2", string.Join(' ', _measurements[0]));
        Assert.Equal("***", _activities[0].GetTagItem("aws.request_id"));
    }

    public void Dispose()
    {
        _traces.Dispose();
        _meter.Dispose();
    }

    private static ServiceClientOptions Options() =>
        new()
        {
            Region = "eu-central-1",
            Environment = new AwsEnvironment(Path.GetTempPath()),
            MaxAttempts = 1,
        };

    private void AssertEnded(ActivityStatusCode status, string? kind)
    {
        Activity activity = Assert.Single(_activities);
        Dictionary<string, object?> measurement = Assert.Single(_measurements);
        Assert.Equal(status, activity.Status);
        Assert.Equal(kind, activity.GetTagItem("error.type"));
        Assert.Equal(kind, measurement.GetValueOrDefault("error.type"));
    }

    private Task<string> CallAsync(Func<HttpRequestMessage, HttpResponseMessage> answer) =>
        CallAsync(new ScriptedHandler(answer), "hunter2", Options(), TestContext.Current.CancellationToken);

    private Task<string> CallAsync(
        HttpMessageHandler handler,
        string input,
        ServiceClientOptions options,
        CancellationToken cancellationToken
    ) =>
        new ProbeClient(new HttpClient(handler), options).InvokeAsync(
            new EchoOperation
            {
                Name = _name,
                Method = HttpMethod.Post,
                IsSensitive = true,
            },
            input,
            cancellationToken
        );
}
