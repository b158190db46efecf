using System.Collections.Concurrent;

namespace SsoOidc;

/// <summary>Keeps entries in memory, for this process and its lifetime only.</summary>
public sealed class MemoryTokenStore : ITokenStore
{
    private readonly ConcurrentDictionary<string, byte[]> _entries = new();
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _locks = new();

    /// <inheritdoc/>
    public ValueTask<byte[]?> ReadAsync(string name, CancellationToken cancellationToken = default) =>
        new(_entries.TryGetValue(name, out byte[]? content) ? (byte[])content.Clone() : null);

    /// <inheritdoc/>
    public ValueTask WriteAsync(
        string name,
        ReadOnlyMemory<byte> content,
        CancellationToken cancellationToken = default
    )
    {
        _entries[name] = content.ToArray();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask RemoveAsync(string name, CancellationToken cancellationToken = default)
    {
        _entries.TryRemove(name, out _);
        return ValueTask.CompletedTask;
    }

    /// <summary>Waits until nobody else holds the entry's lock, without a time-out, and takes it.</summary>
    /// <inheritdoc/>
    public async ValueTask<IAsyncDisposable> LockAsync(string name, CancellationToken cancellationToken = default)
    {
        SemaphoreSlim semaphore = _locks.GetOrAdd(name, static _ => new SemaphoreSlim(1, 1));
        await semaphore.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Holder(semaphore);
    }

    private sealed class Holder(SemaphoreSlim semaphore) : IAsyncDisposable
    {
        private SemaphoreSlim? _semaphore = semaphore;

        public ValueTask DisposeAsync()
        {
            Interlocked.Exchange(ref _semaphore, null)?.Release();
            return ValueTask.CompletedTask;
        }
    }
}
