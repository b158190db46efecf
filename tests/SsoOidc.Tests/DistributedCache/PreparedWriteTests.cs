namespace SsoOidc.Tests.DistributedCache;

/// <summary>A refresh token works once: the room for its successor is there before it is used.</summary>
public class PreparedWriteTests
{
    private readonly SmallCache _cache = new();
    private readonly DistributedTokenStore _store;

    public PreparedWriteTests() => _store = new DistributedTokenStore(_cache, new MemoryLocks(), new AesProtector());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_room_is_held_in_the_cache_and_the_entry_left_as_it_is()
    {
        await _store.WriteAsync("a", "old"u8.ToArray(), Cancellation);

        await using (await _store.PrepareWriteAsync("a", 1000, Cancellation))
        {
            Assert.InRange(_cache.Entries.Values.Sum(value => value.Length), 1000, 1200);
            Assert.Equal("old"u8.ToArray(), await _store.ReadAsync("a", Cancellation));
        }

        Assert.Equal("ssooidc:a", Assert.Single(_cache.Entries.Keys));
    }

    [Fact]
    public async Task A_commit_replaces_the_entry_and_gives_the_room_back()
    {
        await using (IPreparedWrite write = await _store.PrepareWriteAsync("a", 1000, Cancellation))
        {
            await write.CommitAsync("new"u8.ToArray(), Cancellation);
        }

        Assert.Equal("new"u8.ToArray(), await _store.ReadAsync("a", Cancellation));
        Assert.Equal("ssooidc:a", Assert.Single(_cache.Entries.Keys));
    }

    [Fact]
    public async Task A_cache_without_room_says_so_before_anything_is_sent()
    {
        _cache.Capacity = 999;

        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
            await _store.PrepareWriteAsync("a", 1000, Cancellation)
        );
    }

    [Fact]
    public async Task A_cache_that_has_become_full_meanwhile_takes_the_entry_into_the_room()
    {
        await using IPreparedWrite write = await _store.PrepareWriteAsync("a", 1000, Cancellation);
        _cache.Capacity = _cache.Entries.Values.Sum(value => value.Length);

        await write.CommitAsync(new byte[1000], Cancellation);

        Assert.Equal(1000, (await _store.ReadAsync("a", Cancellation))!.Length);
    }

    [Fact]
    public async Task Two_machines_do_not_take_each_others_room()
    {
        await using IPreparedWrite one = await _store.PrepareWriteAsync("a", 1000, Cancellation);

        await using (await _store.PrepareWriteAsync("a", 1000, Cancellation)) { }

        Assert.Single(_cache.Entries);
    }

    [Fact]
    public async Task What_a_killed_process_leaves_ends_after_ten_minutes()
    {
        await using IPreparedWrite write = await _store.PrepareWriteAsync("a", 1000, Cancellation);

        KeyValuePair<string, TimeSpan?> room = Assert.Single(_cache.Lifetimes);
        Assert.StartsWith("ssooidc:a:room:", room.Key);
        Assert.Equal(TimeSpan.FromMinutes(10), room.Value);
    }

    [Fact]
    public async Task A_write_that_was_canceled_is_not_tried_again()
    {
        await using IPreparedWrite write = await _store.PrepareWriteAsync("a", 1000, Cancellation);
        _cache.Capacity = _cache.Entries.Values.Sum(static value => value.Length);

        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
            await write.CommitAsync(new byte[1000], new CancellationToken(canceled: true))
        );

        Assert.Null(await _store.ReadAsync("a", Cancellation));
        Assert.Single(_cache.Entries);
    }
}
