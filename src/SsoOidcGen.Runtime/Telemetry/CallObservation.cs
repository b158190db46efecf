using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;

namespace SsoOidcGen.Runtime;

/// <summary>What is told about one call, from its beginning to its end. There is none where nobody listens.</summary>
/// <param name="system">How the service is called, by OpenTelemetry's name for it: <c>aws-api</c> or <c>smithy</c>.</param>
/// <param name="serviceId">The service's id in its model.</param>
/// <param name="operation">The operation's name.</param>
/// <param name="log">Where lines go; null: nowhere.</param>
/// <param name="clock">Measures the time.</param>
internal sealed class CallObservation(
    string system,
    string serviceId,
    string operation,
    IClientLog? log,
    TimeProvider clock
)
{
    private readonly string _method = $"{serviceId}/{operation}";
    private readonly long _start = clock.GetTimestamp();
    private readonly Activity? _activity = StartActivity(system, serviceId, operation);
    private Uri? _endpoint;
    private string? _region;
    private bool _isQuotaExhausted;
    private int _isEnded;

    public TimeProvider Clock => clock;

    /// <summary>Tells where the call goes.</summary>
    public void Resolved(Uri endpoint, string? region)
    {
        _endpoint = endpoint;
        _region = region;
        if (_activity is null)
        {
            return;
        }

        _activity.SetTag("server.address", endpoint.IdnHost);
        if (!endpoint.IsDefaultPort)
        {
            _activity.SetTag("server.port", endpoint.Port);
        }

        _activity.SetTag("cloud.region", region);
    }

    /// <summary>Counts an attempt that has ended.</summary>
    public void Attempted(ServiceException? failure)
    {
        string outcome =
            failure is null ? "success"
            : failure.IsThrottling ? "throttled"
            : failure.IsRetryable ? "transient"
            : "error";
        TagList tags = new()
        {
            { "rpc.system.name", system },
            { "rpc.method", _method },
            { "outcome", outcome },
        };
        Instruments.OfAttempts.Attempts.Add(1, tags);
    }

    public void Retrying(int attempt, TimeSpan delay, RetryReason reason)
    {
        string text = TextOf(reason);
        AddEvent(
            "retry",
            new()
            {
                { "attempt", attempt },
                { "delay", delay.TotalSeconds },
                { "reason", text },
            }
        );
        if (log?.IsEnabled(EventLevel.Informational) is true)
        {
            log.Write(CallEvents.Retrying(operation, attempt, delay, text));
        }
    }

    public void RetryQuotaExhausted()
    {
        _isQuotaExhausted = true;
        AddEvent("retry_quota_exhausted", []);
    }

    public void ClockCorrected(TimeSpan offset)
    {
        if (log?.IsEnabled(EventLevel.Warning) is true)
        {
            log.Write(CallEvents.ClockCorrected(offset));
        }
    }

    /// <summary>The call signs with credentials that no call before it had.</summary>
    public void CredentialsChanged(string source, TimeSpan elapsed, TimeSpan? lifetime, bool isFirst)
    {
        AddEvent(
            "credentials_refreshed",
            new() { { "source", source }, { "milliseconds", elapsed.TotalMilliseconds } }
        );
        if (log?.IsEnabled(EventLevel.Informational) is true)
        {
            log.Write(
                isFirst
                    ? CallEvents.CredentialsLoaded(source, lifetime)
                    : CallEvents.CredentialsRefreshed(source, lifetime)
            );
        }
    }

    public void CredentialsFailed(string source, Exception exception)
    {
        if (log?.IsEnabled(EventLevel.Warning) is true)
        {
            log.Write(CallEvents.CredentialsFailed(source, exception));
        }
    }

    /// <summary>Ends the call, once.</summary>
    public void End(in CallOutcome outcome)
    {
        if (Interlocked.Exchange(ref _isEnded, 1) != 0)
        {
            return;
        }

        TimeSpan elapsed = clock.GetElapsedTime(_start);
        EndActivity(outcome);
        Measure(outcome, elapsed);
        Log(outcome, elapsed);
    }

    private static Activity? StartActivity(string system, string serviceId, string operation)
    {
        Activity? activity = Instruments.Source.StartActivity($"{serviceId}.{operation}", ActivityKind.Client);
        activity?.SetTag("rpc.system.name", system);
        activity?.SetTag("rpc.method", $"{serviceId}/{operation}");
        return activity;
    }

    private void EndActivity(in CallOutcome outcome)
    {
        if (_activity is null)
        {
            return;
        }

        _activity.SetTag("http.response.status_code", (int?)outcome.Status);
        _activity.SetTag("aws.request_id", outcome.RequestId);
        _activity.SetTag("aws.extended_request_id", outcome.ExtendedRequestId);
        if (outcome.Attempts > 1)
        {
            _activity.SetTag("http.request.resend_count", outcome.Attempts - 1);
        }

        if (outcome.ErrorType is { } kind)
        {
            _activity.SetTag("rpc.status_code", outcome.ErrorCode);
            _activity.SetTag("error.type", kind);
            // A service may repeat input in its message, which stays out.
            _activity.SetStatus(ActivityStatusCode.Error, kind);
        }

        // A stream may end in the course of another activity, which goes on.
        Activity? current = Activity.Current;
        _activity.Stop();
        Activity.Current = current == _activity ? _activity.Parent : current;
    }

    private void Measure(in CallOutcome outcome, TimeSpan elapsed)
    {
        if (!Instruments.Duration.Enabled)
        {
            return;
        }

        TagList tags = new() { { "rpc.system.name", system }, { "rpc.method", _method } };
        Add(ref tags, "error.type", outcome.ErrorType);
        Add(ref tags, "rpc.status_code", outcome.ErrorCode);
        Add(ref tags, "server.address", _endpoint?.IdnHost);
        Add(ref tags, "cloud.region", _region);
        Instruments.Duration.Record(elapsed.TotalSeconds, tags);
    }

    private void Log(in CallOutcome outcome, TimeSpan elapsed)
    {
        if (log is null)
        {
            return;
        }

        EventLevel level =
            outcome.Failure is null ? EventLevel.Verbose
            : (outcome.ErrorCode is null && !outcome.IsCanceled) || _isQuotaExhausted ? EventLevel.Warning
            : EventLevel.Informational;
        if (log.IsEnabled(level))
        {
            log.Write(
                outcome.Failure is null
                    ? CallEvents.Finished(operation, outcome, elapsed)
                    : CallEvents.Failed(operation, outcome, elapsed, level)
            );
        }
    }

    private static string TextOf(RetryReason reason) =>
        reason switch
        {
            RetryReason.Throttled => "throttled",
            RetryReason.Clock => "clock",
            _ => "transient",
        };

    private static void Add(ref TagList tags, string name, string? value)
    {
        if (value is not null)
        {
            tags.Add(name, value);
        }
    }

    private void AddEvent(string name, ActivityTagsCollection tags) =>
        _activity?.AddEvent(new ActivityEvent(name, tags: tags));
}
