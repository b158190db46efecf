namespace SsoOidc.Emulator;

/// <summary>The latest requests, oldest first. An emulator that runs for days must not grow without end.</summary>
internal sealed class RequestLog
{
    private const int Capacity = 10_000;

    private readonly Lock _lock = new();
    private readonly Queue<RecordedRequest> _requests = [];

    public void Add(RecordedRequest request)
    {
        lock (_lock)
        {
            if (_requests.Count == Capacity)
            {
                _requests.Dequeue();
            }

            _requests.Enqueue(request);
        }
    }

    public IReadOnlyList<RecordedRequest> Snapshot()
    {
        lock (_lock)
        {
            return [.. _requests];
        }
    }
}
