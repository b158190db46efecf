namespace SsoOidc.Emulator;

/// <summary>
/// Entries in the order in which they came, bounded by age and by the bytes they keep alive: the oldest give way. An
/// emulator that runs for days, or that is flooded, must not grow without end.
/// </summary>
/// <param name="time">The clock for the age.</param>
/// <param name="maxAge">The age from which on an entry is dropped.</param>
/// <param name="bytesOf">What an entry keeps alive, in bytes: an estimate that errs on the high side.</param>
internal sealed class BoundedStore<TKey, TValue>(TimeProvider time, TimeSpan maxAge, Func<TValue, long> bytesOf)
    where TKey : notnull
    where TValue : class
{
    public const long MaxBytes = 16 * 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, LinkedListNode<Entry>> _byKey = [];
    private readonly LinkedList<Entry> _byAge = [];
    private long _bytes;

    public void Add(TKey key, TValue value)
    {
        var entry = new Entry(key, value, time.GetUtcNow(), bytesOf(value));
        lock (_lock)
        {
            _byKey.Add(key, _byAge.AddLast(entry));
            _bytes += entry.Bytes;
            DropOldest();
        }
    }

    public TValue? Find(TKey key)
    {
        lock (_lock)
        {
            DropOldest();
            return _byKey.GetValueOrDefault(key)?.Value.Value;
        }
    }

    public TValue? Take(TKey key)
    {
        lock (_lock)
        {
            DropOldest();
            if (!_byKey.TryGetValue(key, out LinkedListNode<Entry>? node))
            {
                return null;
            }

            Remove(node);
            return node.Value.Value;
        }
    }

    /// <returns>A copy, oldest first.</returns>
    public IReadOnlyList<TValue> Snapshot()
    {
        lock (_lock)
        {
            DropOldest();
            return [.. _byAge.Select(entry => entry.Value)];
        }
    }

    private void DropOldest()
    {
        DateTimeOffset now = time.GetUtcNow();
        while (_byAge.First is { } oldest && (_bytes > MaxBytes || now - oldest.Value.AddedAt >= maxAge))
        {
            Remove(oldest);
        }
    }

    private void Remove(LinkedListNode<Entry> node)
    {
        _byAge.Remove(node);
        _byKey.Remove(node.Value.Key);
        _bytes -= node.Value.Bytes;
    }

    private sealed record Entry(TKey Key, TValue Value, DateTimeOffset AddedAt, long Bytes);
}
