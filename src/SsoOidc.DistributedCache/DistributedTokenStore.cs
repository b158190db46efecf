using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Distributed;

namespace SsoOidc;

/// <summary>Keeps entries in a distributed cache, so that all machines of a service share one sign-in. Everything is protected before it leaves the machine.</summary>
/// <remarks>
/// A distributed cache knows no atomic "set if absent", so the lock between machines rests on writing, waiting and
/// reading back: two machines may very rarely refresh at once. Within a process it is exact.
/// </remarks>
/// <param name="cache">The cache.</param>
/// <param name="protector">Encrypts the entries.</param>
/// <param name="timeProvider">Measures the wait for a lock; null is the system's clock.</param>
public sealed class DistributedTokenStore(
    IDistributedCache cache,
    ITokenProtector protector,
    TimeProvider? timeProvider = null
) : ITokenStore
{
    private const string KeyPrefix = "ssooidc:";
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;
    private readonly MemoryTokenStore _local = new();

    /// <summary>How long an entry is kept after it was last written. Default: 90 days, as long as a client registration lasts.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromDays(90);

    /// <summary>After which a lock that was never freed counts as free. Default: one minute.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    /// <exception cref="CryptographicException">The entry was changed, or protected with another key.</exception>
    public async ValueTask<byte[]?> ReadAsync(string name, CancellationToken cancellationToken = default) =>
        await cache.GetAsync(KeyPrefix + name, cancellationToken).ConfigureAwait(false) is { } content
            ? protector.Unprotect(content)
            : null;

    /// <inheritdoc/>
    public async ValueTask WriteAsync(
        string name,
        ReadOnlyMemory<byte> content,
        CancellationToken cancellationToken = default
    )
    {
        DistributedCacheEntryOptions options = new() { AbsoluteExpirationRelativeToNow = Lifetime };
        await cache
            .SetAsync(KeyPrefix + name, protector.Protect(content.Span), options, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<IPreparedWrite> PrepareWriteAsync(
        string name,
        int size,
        CancellationToken cancellationToken = default
    ) => new(new PreparedWrite(this, name));

    /// <inheritdoc/>
    public async ValueTask RemoveAsync(string name, CancellationToken cancellationToken = default) =>
        await cache.RemoveAsync(KeyPrefix + name, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask<IAsyncDisposable> LockAsync(
        string name,
        TimeSpan timeout,
        CancellationToken cancellationToken = default
    )
    {
        IAsyncDisposable local = await _local.LockAsync(name, timeout, cancellationToken).ConfigureAwait(false);
        try
        {
            string key = $"{KeyPrefix}{name}:lock";
            byte[] owner = Encoding.UTF8.GetBytes(
                $"process {Environment.ProcessId} on {Environment.MachineName} ({Guid.NewGuid():N})"
            );
            await AcquireAsync(key, owner, timeout, cancellationToken).ConfigureAwait(false);
            return new Held(cache, key, owner, local);
        }
        catch
        {
            await local.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task AcquireAsync(string key, byte[] owner, TimeSpan timeout, CancellationToken cancellationToken)
    {
        DistributedCacheEntryOptions options = new() { AbsoluteExpirationRelativeToNow = LockTimeout };
        long start = _timeProvider.GetTimestamp();
        while (true)
        {
            byte[]? other = await cache.GetAsync(key, cancellationToken).ConfigureAwait(false);
            if (other is null)
            {
                await cache.SetAsync(key, owner, options, cancellationToken).ConfigureAwait(false);
                await Task.Delay(s_pause, _timeProvider, cancellationToken).ConfigureAwait(false);
                other = await cache.GetAsync(key, cancellationToken).ConfigureAwait(false);
                if (other.AsSpan().SequenceEqual(owner))
                {
                    return;
                }
            }

            if (_timeProvider.GetElapsedTime(start) >= timeout)
            {
                string holder = other is null ? "another machine" : Encoding.UTF8.GetString(other);
                throw new TimeoutException(
                    $"The cache entry {key} was locked for {timeout.TotalSeconds:0} s by {holder}. Try again."
                );
            }

            await Task.Delay(s_pause, _timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private sealed class PreparedWrite(DistributedTokenStore store, string name) : IPreparedWrite
    {
        public ValueTask CommitAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default) =>
            store.WriteAsync(name, content, cancellationToken);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class Held(IDistributedCache cache, string key, byte[] owner, IAsyncDisposable local)
        : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            try
            {
                // Held for too long, it may be another machine's by now.
                byte[]? holder = await cache.GetAsync(key).ConfigureAwait(false);
                if (holder.AsSpan().SequenceEqual(owner))
                {
                    await cache.RemoveAsync(key).ConfigureAwait(false);
                }
            }
            finally
            {
                await local.DisposeAsync().ConfigureAwait(false);
            }
        }
    }
}
