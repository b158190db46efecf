using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Time.Testing;
using SsoOidcGen.Runtime.Tests.Client;

namespace SsoOidcGen.Runtime.Tests.Telemetry;

/// <summary>Calls an operation whose name no other test has, and keeps what is told about it.</summary>
internal sealed class ObservedProbe : IDisposable
{
    private readonly ActivityListener _traces;
    private readonly MeterListener _meter = new();

    public ObservedProbe()
    {
        _traces = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "SsoOidcGen.Runtime",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.OperationName == $"Probe.{Operation}")
                {
                    Activities.Add(activity);
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
        _meter.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _meter.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _meter.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _meter.Start();
    }

    public string Operation { get; } = $"Observed{Guid.NewGuid():N}";

    public List<Activity> Activities { get; } = [];

    public List<Measured> Measurements { get; } = [];

    public RecordingLog Log { get; } = new();

    public FakeTimeProvider Time { get; } = new() { AutoAdvanceAmount = TimeSpan.FromMilliseconds(1) };

    public IReadOnlyList<Measured> Durations => Of("rpc.client.call.duration");

    public ServiceClientOptions Options =>
        new()
        {
            Region = "eu-central-1",
            Environment = new AwsEnvironment(Path.GetTempPath()),
            MaxAttempts = 1,
            TimeProvider = Time,
            Log = Log,
            Credentials = new AwsCredentials("AKIDEXAMPLE", "secret"),
        };

    public IReadOnlyList<Measured> Of(string instrument) =>
        [.. Measurements.Where(measured => measured.Instrument == instrument)];

    /// <summary>Asks the instruments that are only read when somebody wants to know.</summary>
    public void Observe() => _meter.RecordObservableInstruments();

    public Task<string> CallAsync(params Func<HttpRequestMessage, HttpResponseMessage>[] responses) =>
        CallAsync(new ScriptedHandler(responses), Options);

    public async Task<string> CallAsync(
        HttpMessageHandler handler,
        ServiceClientOptions options,
        string input = "hunter2",
        AuthScheme? auth = null,
        CancellationToken cancellationToken = default
    )
    {
        Task<string> call = new ProbeClient(new HttpClient(handler), options).InvokeAsync(
            new EchoOperation
            {
                Name = Operation,
                Method = HttpMethod.Post,
                IsSensitive = true,
                Auth = auth,
            },
            input,
            cancellationToken
        );
        while (!call.IsCompleted && !cancellationToken.CanBeCanceled)
        {
            // Waits between attempts.
            Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        return await call;
    }

    public void Dispose()
    {
        _traces.Dispose();
        _meter.Dispose();
    }

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        Dictionary<string, object?> found = new(tags.ToArray());
        if (
            found.GetValueOrDefault("rpc.method", $"Probe/{Operation}") is string method
            && method == $"Probe/{Operation}"
        )
        {
            Measurements.Add(new Measured(instrument.Name, instrument.Unit, value, found));
        }
    }

    internal sealed record Measured(
        string Instrument,
        string? Unit,
        double Value,
        IReadOnlyDictionary<string, object?> Tags
    );
}
