using Microsoft.Extensions.Time.Testing;
using SsoOidc.Emulator;

namespace SsoOidc.Tests.Emulator;

public sealed class BoundedStoreTests
{
    private const long Half = BoundedStore<string, string>.MaxBytes / 2;
    private static readonly TimeSpan s_maxAge = TimeSpan.FromMinutes(10);

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void The_oldest_entries_give_way_to_the_bytes_of_the_new_one()
    {
        BoundedStore<string, string> store = Create(_ => Half);
        store.Add("1", "a");
        store.Add("2", "b");

        store.Add("3", "c");

        Assert.Null(store.Find("1"));
        Assert.Equal(["b", "c"], store.Snapshot());
    }

    [Fact]
    public void What_is_taken_leaves_room()
    {
        BoundedStore<string, string> store = Create(_ => Half);
        store.Add("1", "a");
        store.Add("2", "b");

        Assert.Equal("b", store.Take("2"));
        store.Add("3", "c");

        Assert.Null(store.Take("2"));
        Assert.Equal(["a", "c"], store.Snapshot());
    }

    [Fact]
    public void An_entry_is_dropped_at_its_age()
    {
        BoundedStore<string, string> store = Create(_ => 1);
        store.Add("1", "a");
        _time.Advance(s_maxAge / 2);
        store.Add("2", "b");

        _time.Advance((s_maxAge / 2) - TimeSpan.FromTicks(1));
        Assert.Equal("a", store.Find("1"));
        _time.Advance(TimeSpan.FromTicks(1));

        Assert.Null(store.Find("1"));
        Assert.Null(store.Take("1"));
        Assert.Equal(["b"], store.Snapshot());
    }

    private BoundedStore<string, string> Create(Func<string, long> bytesOf) => new(_time, s_maxAge, bytesOf);
}
