using System.Security.Cryptography;
using Medallion.Threading;
using Microsoft.Extensions.Caching.Distributed;

namespace SsoOidc;

/// <summary>Keeps entries in a distributed cache, so that all machines of a service share one sign-in. Every entry is protected before it leaves the machine.</summary>
/// <remarks>
/// A refresh token works once, so two machines must not refresh concurrently. A distributed cache has no lock for that; the
/// package DistributedLock has one for Redis, databases and others, for example <c>RedisDistributedSynchronizationProvider</c>.
/// </remarks>
/// <param name="cache">The cache.</param>
/// <param name="locks">The locks that all machines share.</param>
/// <param name="protector">Encrypts the entries.</param>
public sealed class DistributedTokenStore(
    IDistributedCache cache,
    IDistributedLockProvider locks,
    ITokenProtector protector
) : ITokenStore
{
    /// <summary>Precedes the keys of all entries and locks; services that do not share their sign-in need different ones. Default: <c>ssooidc:</c>.</summary>
    public string KeyPrefix { get; init; } = "ssooidc:";

    /// <summary>How long an entry is kept after it was last written. Default: 90 days, as long as a client registration lasts.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromDays(90);

    /// <inheritdoc/>
    /// <remarks>An entry that cannot be decrypted, because a key was lost or the entry was changed, counts as missing: the next sign-in replaces it.</remarks>
    public async ValueTask<byte[]?> ReadAsync(string name, CancellationToken cancellationToken = default)
    {
        string key = KeyPrefix + name;
        if (await cache.GetAsync(key, cancellationToken).ConfigureAwait(false) is not { } content)
        {
            return null;
        }

        try
        {
            return protector.Unprotect(content, key);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async ValueTask WriteAsync(
        string name,
        ReadOnlyMemory<byte> content,
        CancellationToken cancellationToken = default
    ) => await SetAsync(name, content, Lifetime, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    /// <remarks>Protector, connection and free memory are tried out with an entry of that size, which holds the room until the write.</remarks>
    public async ValueTask<IPreparedWrite> PrepareWriteAsync(
        string name,
        int size,
        CancellationToken cancellationToken = default
    )
    {
        PreparedWrite write = new(this, name);
        await write.MakeRoomAsync(size, cancellationToken).ConfigureAwait(false);
        return write;
    }

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
        string key = KeyPrefix + name;
        IDistributedSynchronizationHandle? handle = await locks
            .CreateLock(key + ":lock")
            .TryAcquireAsync(timeout, cancellationToken)
            .ConfigureAwait(false);
        return handle is null
            ? throw new TimeoutException(
                $"The cache entry {key} was locked by another machine or process for {timeout.TotalSeconds:0} s. Try again."
            )
            : new HeldLock(handle);
    }

    private async Task SetAsync(
        string name,
        ReadOnlyMemory<byte> content,
        TimeSpan lifetime,
        CancellationToken cancellationToken
    )
    {
        string key = KeyPrefix + name;
        DistributedCacheEntryOptions options = new() { AbsoluteExpirationRelativeToNow = lifetime };
        await cache
            .SetAsync(key, protector.Protect(content.Span, key), options, cancellationToken)
            .ConfigureAwait(false);
    }

    private sealed class PreparedWrite(DistributedTokenStore store, string name) : IPreparedWrite
    {
        // Longer than any refresh takes; what a killed process leaves behind ends with it.
        private static readonly TimeSpan s_lifetime = TimeSpan.FromMinutes(10);
        private readonly string _room = $"{name}:room:{Guid.NewGuid():N}";

        public Task MakeRoomAsync(int size, CancellationToken cancellationToken) =>
            store.SetAsync(_room, new byte[size], s_lifetime, cancellationToken);

        public async ValueTask CommitAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
        {
            try
            {
                await store.WriteAsync(name, content, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception) when (!cancellationToken.IsCancellationRequested)
            {
                // Perhaps for want of the very room that is held here.
                await DisposeAsync().ConfigureAwait(false);
                await store.WriteAsync(name, content, cancellationToken).ConfigureAwait(false);
            }
        }

        public async ValueTask DisposeAsync()
        {
            try
            {
                await store.RemoveAsync(_room).ConfigureAwait(false);
            }
            catch (Exception)
            {
                // It ends by itself, and the write counts.
            }
        }
    }
}
