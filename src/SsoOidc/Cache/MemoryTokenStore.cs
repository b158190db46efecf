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
    public ValueTask<IPreparedWrite> PrepareWriteAsync(
        string name,
        int size,
        CancellationToken cancellationToken = default
    ) => new(new PreparedWrite(this, name));

    /// <inheritdoc/>
    public ValueTask RemoveAsync(string name, CancellationToken cancellationToken = default)
    {
        _entries.TryRemove(name, out _);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask<IAsyncDisposable> LockAsync(
        string name,
        TimeSpan timeout,
        CancellationToken cancellationToken = default
    )
    {
        SemaphoreSlim semaphore = _locks.GetOrAdd(name, static _ => new SemaphoreSlim(1, 1));
        return await semaphore.WaitAsync(timeout, cancellationToken).ConfigureAwait(false)
            ? new Holder(semaphore)
            : throw new TimeoutException($"The entry {name} was locked for {timeout.TotalSeconds:0} s. Try again.");
    }

    private sealed class PreparedWrite(MemoryTokenStore store, string name) : IPreparedWrite
    {
        public ValueTask CommitAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default) =>
            store.WriteAsync(name, content, cancellationToken);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
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
