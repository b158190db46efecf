using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using SsoOidcGen.Runtime.CompilerServices;

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

    /// <summary>Runs a call under observation: whatever way it ends, it is traced and counted.</summary>
    public static async ValueTask<ServiceException?> ObserveAsync(
        ServiceDescription service,
        Call call,
        TimeProvider clock,
        Func<Call, CancellationToken, ValueTask<ServiceException?>> run,
        CancellationToken cancellationToken
    )
    {
        string operation = call.Operation.Name;
        using Activity? activity = Start(service, operation);
        long start = clock.GetTimestamp();
        Exception? failure = null;
        try
        {
            ServiceException? returned = await run(call, cancellationToken).ConfigureAwait(false);
            failure = returned;
            return returned;
        }
        catch (Exception e)
        {
            failure = e;
            throw;
        }
        finally
        {
            Record(activity, service, operation, clock.GetElapsedTime(start), failure);
        }
    }

    /// <summary>Notes what a response says about itself.</summary>
    public static void Tag(Call call, HttpRequestMessage message, HttpResponseMessage response)
    {
        if (Source.HasListeners() && Activity.Current is { } activity && activity.Source == Source)
        {
            activity.SetTag("http.response.status_code", (int)response.StatusCode);
            if (new ResponseMetadata(response).RequestId is { } requestId)
            {
                SensitiveValues secrets = call.SecretsOf(message);
                activity.SetTag("aws.request_id", secrets.Redact(requestId));
                secrets.Release();
            }
        }
    }

    private static Activity? Start(ServiceDescription service, string operation)
    {
        Activity? activity = Source.StartActivity(operation, ActivityKind.Client);
        activity?.SetTag("rpc.system", "aws-api");
        activity?.SetTag("rpc.service", service.ServiceId);
        activity?.SetTag("rpc.method", operation);
        return activity;
    }

    /// <summary>Ends a call. An error is told by its kind; its message stays out, since a service may repeat input in it.</summary>
    private static void Record(
        Activity? activity,
        ServiceDescription service,
        string operation,
        TimeSpan duration,
        Exception? failure
    )
    {
        TagList tags = new()
        {
            { "rpc.system", "aws-api" },
            { "rpc.service", service.ServiceId },
            { "rpc.method", operation },
        };
        if (failure is not null)
        {
            string kind = KindOf(failure);
            tags.Add("error.type", kind);
            activity?.SetTag("error.type", kind);
            activity?.SetStatus(ActivityStatusCode.Error);
            if (failure is ServiceException { Attempts: var attempts })
            {
                activity?.SetTag("http.request.resend_count", attempts - 1);
            }
        }

        Duration.Record(duration.TotalSeconds, tags);
    }

    /// <summary>Never what a server makes up: the code of an error that the model describes, else the status, else the exception.</summary>
    private static string KindOf(Exception failure) =>
        failure is not ServiceException { ErrorCode: { } code, StatusCode: { } status } ? failure.GetType().FullName!
        : failure.GetType() == typeof(ServiceException) ? ((int)status).ToString(CultureInfo.InvariantCulture)
        : code;
}
