using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Distributed;

namespace SsoOidc.Tests.DistributedCache;

/// <summary>A cache of so many bytes, which takes nothing more when it is full.</summary>
internal sealed class SmallCache : IDistributedCache
{
    public ConcurrentDictionary<string, byte[]> Entries { get; } = new();

    /// <summary>For how long each entry was written.</summary>
    public ConcurrentDictionary<string, TimeSpan?> Lifetimes { get; } = new();

    public long Capacity { get; set; } = long.MaxValue;

    public byte[]? Get(string key) => Entries.GetValueOrDefault(key);

    public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => Task.FromResult(Get(key));

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options)
    {
        long others = Entries.Where(entry => entry.Key != key).Sum(entry => entry.Value.LongLength);
        if (others + value.LongLength > Capacity)
        {
            throw new InvalidOperationException("The cache is full.");
        }

        Entries[key] = value;
        Lifetimes[key] = options.AbsoluteExpirationRelativeToNow;
    }

    public Task SetAsync(
        string key,
        byte[] value,
        DistributedCacheEntryOptions options,
        CancellationToken token = default
    )
    {
        Set(key, value, options);
        return Task.CompletedTask;
    }

    public void Remove(string key) => Entries.TryRemove(key, out _);

    public Task RemoveAsync(string key, CancellationToken token = default)
    {
        Remove(key);
        return Task.CompletedTask;
    }

    public void Refresh(string key) { }

    public Task RefreshAsync(string key, CancellationToken token = default) => Task.CompletedTask;
}
