namespace SsoOidc.Emulator;

/// <summary>The latest requests, oldest first.</summary>
internal sealed class RequestLog(TimeProvider time)
{
    private readonly BoundedStore<long, RecordedRequest> _requests = new(
        time,
        TimeSpan.FromDays(1),
        request => request.Bytes
    );
    private long _count;

    public void Add(RecordedRequest request) => _requests.Add(Interlocked.Increment(ref _count), request);

    public IReadOnlyList<RecordedRequest> Snapshot() => _requests.Snapshot();
}
