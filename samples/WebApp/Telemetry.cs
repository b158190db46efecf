using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace WebApp;

/// <summary>Traces and metrics of incoming requests, calls, and the HTTP requests of their attempts.</summary>
internal static class Telemetry
{
    /// <summary>What clients of SsoOidcGen call their activity source and their meter.</summary>
    private const string Clients = "SsoOidcGen.Runtime";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        OpenTelemetryBuilder telemetry = builder
            .Services.AddOpenTelemetry()
            .WithTracing(static traces =>
                traces.AddSource(Clients).AddAspNetCoreInstrumentation().AddHttpClientInstrumentation()
            )
            .WithMetrics(static metrics =>
                metrics.AddMeter(Clients).AddAspNetCoreInstrumentation().AddHttpClientInstrumentation()
            );
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is not null)
        {
            telemetry.UseOtlpExporter();
        }

        if (builder.Configuration.GetValue("Telemetry:Console", defaultValue: false))
        {
            telemetry.WithTracing(static traces => traces.AddConsoleExporter());
        }
    }
}
