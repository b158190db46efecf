using System.Collections.Concurrent;
using Medallion.Threading;

namespace SsoOidc.Tests.DistributedCache;

/// <summary>Locks that all machines share which have this object; their release can be made to fail.</summary>
internal sealed class MemoryLocks : IDistributedLockProvider
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _locks = new();

    public bool ReleaseFails { get; init; }

    public IReadOnlyCollection<string> Names => [.. _locks.Keys];

    public IDistributedLock CreateLock(string name) =>
        new MemoryLock(name, _locks.GetOrAdd(name, static _ => new SemaphoreSlim(1, 1)), ReleaseFails);

    private sealed class MemoryLock(string name, SemaphoreSlim semaphore, bool releaseFails) : IDistributedLock
    {
        public string Name => name;

        public async ValueTask<IDistributedSynchronizationHandle?> TryAcquireAsync(
            TimeSpan timeout = default,
            CancellationToken cancellationToken = default
        ) => await semaphore.WaitAsync(timeout, cancellationToken) ? new Handle(semaphore, releaseFails) : null;

        public ValueTask<IDistributedSynchronizationHandle> AcquireAsync(
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default
        ) => throw new NotSupportedException();

        public IDistributedSynchronizationHandle Acquire(
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default
        ) => throw new NotSupportedException();

        public IDistributedSynchronizationHandle? TryAcquire(
            TimeSpan timeout = default,
            CancellationToken cancellationToken = default
        ) => throw new NotSupportedException();
    }

    private sealed class Handle(SemaphoreSlim semaphore, bool releaseFails) : IDistributedSynchronizationHandle
    {
        public CancellationToken HandleLostToken => CancellationToken.None;

        public void Dispose() => throw new NotSupportedException();

        public ValueTask DisposeAsync()
        {
            semaphore.Release();
            return releaseFails
                ? ValueTask.FromException(new IOException("The connection is gone."))
                : ValueTask.CompletedTask;
        }
    }
}
