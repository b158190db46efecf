using System.Diagnostics.Tracing;

namespace SsoOidcGen.Runtime;

/// <summary>The events of a call, with their ids.</summary>
internal static class CallEvents
{
    public static ClientEvent Finished(string operation, in CallOutcome outcome, TimeSpan elapsed) =>
        new(
            1,
            "CallFinished",
            EventLevel.Verbose,
            "{Operation} finished with {StatusCode} in {ElapsedMilliseconds} ms, {Attempts} attempts, request id {RequestId}",
            operation,
            (int?)outcome.Status,
            Milliseconds(elapsed),
            outcome.Attempts,
            outcome.RequestId
        );

    public static ClientEvent Failed(string operation, in CallOutcome outcome, TimeSpan elapsed, EventLevel level) =>
        new(
            2,
            "CallFailed",
            level,
            "{Operation} failed with {StatusCode} {ErrorCode} in {ElapsedMilliseconds} ms, {Attempts} attempts, request id {RequestId}: {ExceptionType}",
            operation,
            (int?)outcome.Status,
            outcome.ErrorCode,
            Milliseconds(elapsed),
            outcome.Attempts,
            outcome.RequestId,
            outcome.Failure!.GetType().FullName
        );

    public static ClientEvent Retrying(string operation, int attempt, TimeSpan delay, string reason) =>
        new(
            3,
            "Retrying",
            EventLevel.Informational,
            "{Operation} is retried after attempt {Attempt} in {DelayMilliseconds} ms because of {Reason}",
            operation,
            attempt,
            Milliseconds(delay),
            reason
        );

    public static ClientEvent CredentialsLoaded(string source, TimeSpan? lifetime) =>
        new(
            4,
            "CredentialsLoaded",
            EventLevel.Informational,
            "Credentials loaded from {Source}, valid for {LifetimeSeconds} s",
            source,
            Seconds(lifetime)
        );

    public static ClientEvent CredentialsRefreshed(string source, TimeSpan? lifetime) =>
        new(
            5,
            "CredentialsRefreshed",
            EventLevel.Informational,
            "Credentials refreshed from {Source}, valid for {LifetimeSeconds} s",
            source,
            Seconds(lifetime)
        );

    public static ClientEvent CredentialsFailed(string source, Exception exception) =>
        new(
            6,
            "CredentialsFailed",
            EventLevel.Warning,
            "No credentials from {Source}: {ExceptionType}",
            source,
            exception.GetType().FullName
        );

    public static ClientEvent ClockCorrected(TimeSpan offset) =>
        new(
            7,
            "ClockCorrected",
            EventLevel.Warning,
            "The service's clock is {OffsetSeconds} s ahead of this machine's; signatures follow it from now on",
            Seconds(offset)
        );

    private static double Milliseconds(TimeSpan time) => Math.Round(time.TotalMilliseconds, 1);

    private static double? Seconds(TimeSpan? time) => time is { } some ? Math.Round(some.TotalSeconds) : null;
}
