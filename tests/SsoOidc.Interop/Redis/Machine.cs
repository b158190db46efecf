using Medallion.Threading.Redis;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.StackExchangeRedis;
using StackExchange.Redis;

namespace SsoOidc.Interop.Redis;

/// <summary>One machine of a service: entries and locks go over its own connection.</summary>
internal sealed class Machine(ConnectionMultiplexer connection, IDataProtectionProvider keys) : IDisposable
{
    private readonly RedisCache _cache = new(
        new RedisCacheOptions
        {
            ConnectionMultiplexerFactory = () => Task.FromResult<IConnectionMultiplexer>(connection),
        }
    );

    /// <summary>A store as a process of its own has it.</summary>
    public DistributedTokenStore CreateStore() =>
        new(_cache, new RedisDistributedSynchronizationProvider(connection.GetDatabase()), new DataProtector(keys));

    public void Dispose()
    {
        _cache.Dispose();
        connection.Dispose();
    }
}
