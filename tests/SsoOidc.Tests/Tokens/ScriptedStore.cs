using System.Collections.Concurrent;

namespace SsoOidc.Tests.Tokens;

/// <summary>A store in memory that fails or waits where a test says so, and remembers what was done with it in which order.</summary>
internal sealed class ScriptedStore : ITokenStore
{
    private readonly MemoryTokenStore _inner = new();
    private readonly ConcurrentQueue<string> _log = new();
    private readonly TaskCompletionSource _firstRead = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<string> Log => [.. _log];

    public Exception? ReadFailure { get; set; }

    public Exception? LockFailure { get; set; }

    public Exception? PrepareFailure { get; set; }

    public Exception? CommitFailure { get; set; }

    /// <summary>Reads that begin while it is set wait for it.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>Ends when a read has begun.</summary>
    public Task FirstRead => _firstRead.Task;

    /// <summary>Happens after each write without preparation.</summary>
    public Action? OnWrite { get; set; }

    /// <summary>Happens at each attempt to take the lock.</summary>
    public Action? OnLock { get; set; }

    public int Count(string step) => _log.Count(entry => entry == step);

    /// <summary>A disk that is mounted read-only.</summary>
    public void MakeReadOnly() =>
        LockFailure = PrepareFailure = CommitFailure = new IOException("Read-only file system");

    public void MakeWritable() => LockFailure = PrepareFailure = CommitFailure = null;

    public async ValueTask<byte[]?> ReadAsync(string name, CancellationToken cancellationToken = default)
    {
        Task gate = Gate;
        Step("read", ReadFailure);
        _firstRead.TrySetResult();
        await gate.WaitAsync(cancellationToken);
        return await _inner.ReadAsync(name, cancellationToken);
    }

    public async ValueTask WriteAsync(
        string name,
        ReadOnlyMemory<byte> content,
        CancellationToken cancellationToken = default
    )
    {
        Step("write", CommitFailure);
        await _inner.WriteAsync(name, content, cancellationToken);
        OnWrite?.Invoke();
    }

    public ValueTask<IPreparedWrite> PrepareWriteAsync(
        string name,
        int size,
        CancellationToken cancellationToken = default
    )
    {
        Step("prepare", PrepareFailure);
        return new(new PreparedWrite(this, name));
    }

    public ValueTask RemoveAsync(string name, CancellationToken cancellationToken = default)
    {
        Step("remove", CommitFailure);
        return _inner.RemoveAsync(name, cancellationToken);
    }

    public async ValueTask<IAsyncDisposable> LockAsync(
        string name,
        TimeSpan timeout,
        CancellationToken cancellationToken = default
    )
    {
        OnLock?.Invoke();
        Step("lock", LockFailure);
        return new Held(this, await _inner.LockAsync(name, timeout, cancellationToken));
    }

    public void Step(string step, Exception? failure = null)
    {
        _log.Enqueue(step);
        if (failure is not null)
        {
            throw failure;
        }
    }

    private sealed class PreparedWrite(ScriptedStore store, string name) : IPreparedWrite
    {
        public ValueTask CommitAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
        {
            store.Step("commit", store.CommitFailure);
            return store._inner.WriteAsync(name, content, cancellationToken);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class Held(ScriptedStore store, IAsyncDisposable inner) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            store.Step("free");
            return inner.DisposeAsync();
        }
    }
}
