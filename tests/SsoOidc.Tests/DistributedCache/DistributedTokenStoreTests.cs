using System.Text;

namespace SsoOidc.Tests.DistributedCache;

public class DistributedTokenStoreTests
{
    private readonly SmallCache _cache = new();
    private readonly AesProtector _protector = new();
    private readonly MemoryLocks _locks = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_one_machine_writes_another_reads_until_it_is_removed()
    {
        await WriteAsync(Machine(), "a", "entry");

        Assert.Equal("entry", await ReadAsync(Machine(), "a"));
        await Machine().RemoveAsync("a", Cancellation);
        Assert.Null(await ReadAsync(Machine(), "a"));
    }

    [Fact]
    public async Task Nothing_leaves_the_machine_unprotected()
    {
        await WriteAsync(Machine(), "a", "access-secret");

        Assert.DoesNotContain("access-secret", Encoding.UTF8.GetString(_cache.Entries["ssooidc:a"]));
    }

    [Fact]
    public async Task A_changed_entry_counts_as_missing_and_can_be_replaced()
    {
        await WriteAsync(Machine(), "a", "entry");
        _cache.Entries["ssooidc:a"][^1] ^= 1;

        Assert.Null(await ReadAsync(Machine(), "a"));
        await WriteAsync(Machine(), "a", "next");

        Assert.Equal("next", await ReadAsync(Machine(), "a"));
    }

    [Fact]
    public async Task An_entry_whose_key_is_lost_counts_as_missing_and_can_be_replaced()
    {
        await WriteAsync(Machine(), "a", "entry");
        DistributedTokenStore machine = new(_cache, _locks, new AesProtector());

        Assert.Null(await ReadAsync(machine, "a"));
        await WriteAsync(machine, "a", "next");

        Assert.Equal("next", await ReadAsync(machine, "a"));
    }

    [Fact]
    public async Task An_entry_is_not_accepted_under_another_name()
    {
        await WriteAsync(Machine(), "a", "entry");
        _cache.Entries["ssooidc:b"] = _cache.Entries["ssooidc:a"];

        Assert.Null(await ReadAsync(Machine(), "b"));
        Assert.Equal("entry", await ReadAsync(Machine(), "a"));
    }

    [Fact]
    public async Task Services_with_different_prefixes_share_neither_entries_nor_locks()
    {
        DistributedTokenStore one = Machine("one:");
        DistributedTokenStore other = Machine("other:");
        await WriteAsync(one, "a", "entry");
        _cache.Entries["other:b"] = _cache.Entries["one:a"];

        await using IAsyncDisposable held = await one.LockAsync("a", TimeSpan.Zero, Cancellation);
        await using IAsyncDisposable alsoHeld = await other.LockAsync("a", TimeSpan.Zero, Cancellation);

        Assert.Null(await ReadAsync(other, "a"));
        Assert.Null(await ReadAsync(other, "b"));
        Assert.Equal(["one:a:lock", "other:a:lock"], _locks.Names.Order());
    }

    [Fact]
    public async Task Another_machine_gets_the_lock_when_it_is_free_again()
    {
        IAsyncDisposable held = await Machine().LockAsync("a", TimeSpan.Zero, Cancellation);
        Task<IAsyncDisposable> waiting = Machine().LockAsync("a", Timeout.InfiniteTimeSpan, Cancellation).AsTask();
        Assert.False(waiting.IsCompleted);

        await held.DisposeAsync();

        await (await waiting).DisposeAsync();
    }

    [Fact]
    public async Task A_lock_that_is_not_freed_in_time_is_named()
    {
        await using IAsyncDisposable held = await Machine().LockAsync("a", TimeSpan.Zero, Cancellation);

        TimeoutException exception = await Assert.ThrowsAsync<TimeoutException>(async () =>
            await Machine().LockAsync("a", TimeSpan.Zero, Cancellation)
        );

        Assert.Contains("ssooidc:a", exception.Message);
    }

    [Fact]
    public async Task A_release_that_fails_hides_no_result()
    {
        DistributedTokenStore store = new(_cache, new MemoryLocks { ReleaseFails = true }, _protector);
        IAsyncDisposable held = await store.LockAsync("a", TimeSpan.Zero, Cancellation);

        Assert.Null(await Record.ExceptionAsync(async () => await held.DisposeAsync()));
    }

    [Fact]
    public async Task Entries_last_ninety_days_under_a_prefix_unless_it_is_said_otherwise()
    {
        await WriteAsync(new DistributedTokenStore(_cache, _locks, _protector), "a", "entry");
        await WriteAsync(
            new DistributedTokenStore(_cache, _locks, _protector) { KeyPrefix = "p", Lifetime = TimeSpan.FromDays(1) },
            "b",
            "entry"
        );

        Assert.Equal(
            [("pb", TimeSpan.FromDays(1)), ("ssooidc:a", TimeSpan.FromDays(90))],
            _cache.Lifetimes.Select(static entry => (entry.Key, entry.Value!.Value)).Order()
        );
    }

    [Fact]
    public async Task A_lock_that_is_not_freed_is_told_in_two_sentences()
    {
        await using IAsyncDisposable held = await Machine().LockAsync("a", TimeSpan.Zero, Cancellation);

        TimeoutException exception = await Assert.ThrowsAsync<TimeoutException>(async () =>
            await Machine().LockAsync("a", TimeSpan.Zero, Cancellation)
        );

        Assert.Equal(
            "The cache entry ssooidc:a was locked by another machine or process for 0 s. Try again.",
            exception.Message
        );
    }

    private DistributedTokenStore Machine(string prefix = "ssooidc:") =>
        new(_cache, _locks, _protector) { KeyPrefix = prefix };

    private static ValueTask WriteAsync(DistributedTokenStore store, string name, string text) =>
        store.WriteAsync(name, Encoding.UTF8.GetBytes(text), Cancellation);

    private static async Task<string?> ReadAsync(DistributedTokenStore store, string name) =>
        await store.ReadAsync(name, Cancellation) is { } content ? Encoding.UTF8.GetString(content) : null;
}
