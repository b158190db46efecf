using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SsoOidcGen.Runtime;

/// <summary>Where traces and measurements of all clients come from (OpenTelemetry semantic conventions for RPC and AWS SDKs).</summary>
internal static class Instruments
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string SourceName = "SsoOidcGen.Runtime";

    public static readonly ActivitySource Source = new(SourceName);
    public static readonly Meter Meter = new(SourceName);
    public static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "rpc.client.call.duration",
        unit: "s",
        description: "Time of a call with all its attempts."
    );

    /// <summary>Somebody traces or measures calls.</summary>
    public static bool IsListening => Source.HasListeners() || Duration.Enabled;

    /// <summary>Made when the first call is observed: a program that is not, starts without them.</summary>
    public static class OfAttempts
    {
        public static readonly Counter<long> Attempts = Meter.CreateCounter<long>(
            "ssooidcgen.client.attempts",
            unit: "{attempt}",
            description: "Requests that were sent, by outcome."
        );
    }
}
