using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SsoOidcGen.Testing;

/// <summary>Takes down every trace and measurement of this process, whoever makes it.</summary>
internal sealed class TelemetryRecorder : IDisposable
{
    private readonly ConcurrentQueue<object?> _seen = new();
    private readonly ActivityListener _traces;
    private readonly MeterListener _measurements = new();

    public TelemetryRecorder()
    {
        _traces = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Record,
        };
        ActivitySource.AddActivityListener(_traces);
        _measurements.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _measurements.SetMeasurementEventCallback<double>((_, _, tags, _) => Record(tags));
        _measurements.SetMeasurementEventCallback<long>((_, _, tags, _) => Record(tags));
        _measurements.SetMeasurementEventCallback<int>((_, _, tags, _) => Record(tags));
        _measurements.Start();
    }

    /// <summary>Names, tags and events in the order they came.</summary>
    public IEnumerable<object?> Seen => _seen;

    public void Dispose()
    {
        _traces.Dispose();
        _measurements.Dispose();
    }

    private void Record(Activity activity)
    {
        _seen.Enqueue(activity.DisplayName);
        _seen.Enqueue(activity.StatusDescription);
        Record([.. activity.TagObjects]);
        Record([.. activity.Baggage.Select(item => KeyValuePair.Create(item.Key, (object?)item.Value))]);
        foreach (ActivityEvent happened in activity.Events)
        {
            _seen.Enqueue(happened.Name);
            Record([.. happened.Tags]);
        }
    }

    private void Record(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach ((string name, object? value) in tags)
        {
            _seen.Enqueue(name);
            _seen.Enqueue(value);
        }
    }
}
