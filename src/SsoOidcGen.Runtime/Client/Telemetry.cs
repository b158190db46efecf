using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SsoOidcGen.Runtime;

/// <summary>Traces and metrics of calls (OpenTelemetry semantic conventions for RPC). Costs nothing while nobody listens.</summary>
internal static class Telemetry
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string SourceName = "SsoOidcGen.Runtime";

    private static readonly ActivitySource Source = new(SourceName);
    private static readonly Meter Meter = new(SourceName);
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "rpc.client.duration",
        unit: "s",
        description: "Time of a call with all its attempts."
    );

    public static bool IsListening => Source.HasListeners() || Duration.Enabled;

    public static Activity? Start(ServiceDescription service, string operation)
    {
        Activity? activity = Source.StartActivity(operation, ActivityKind.Client);
        activity?.SetTag("rpc.system", "aws-api");
        activity?.SetTag("rpc.service", service.ServiceId);
        activity?.SetTag("rpc.method", operation);
        return activity;
    }

    /// <summary>Notes what an answer says about itself.</summary>
    public static void Tag(HttpResponseMessage response)
    {
        if (Source.HasListeners() && Activity.Current is { } activity && activity.Source == Source)
        {
            activity.SetTag("http.response.status_code", (int)response.StatusCode);
            activity.SetTag("aws.request_id", new AnswerHeaders(response).RequestId);
        }
    }

    /// <summary>Ends a call. An error is told by its kind; its message stays out, since a service may repeat input in it.</summary>
    public static void Record(
        Activity? activity,
        ServiceDescription service,
        string operation,
        TimeSpan duration,
        ServiceException? error
    )
    {
        TagList tags = new()
        {
            { "rpc.system", "aws-api" },
            { "rpc.service", service.ServiceId },
            { "rpc.method", operation },
        };
        if (error is not null)
        {
            string kind = error.ErrorCode ?? error.GetType().Name;
            tags.Add("error.type", kind);
            activity?.SetTag("error.type", kind);
            activity?.SetTag("http.request.resend_count", error.Attempts - 1);
            activity?.SetStatus(ActivityStatusCode.Error);
        }

        Duration.Record(duration.TotalSeconds, tags);
    }
}
