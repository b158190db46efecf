using SsoOidc.Tests.Tokens;

namespace SsoOidc.Tests.DistributedCache;

/// <summary>A full cache costs no session.</summary>
public sealed class RefreshTests : IDisposable
{
    private readonly RefreshHarness _harness = new();
    private readonly SmallCache _cache = new();
    private readonly DistributedTokenStore _store;

    public RefreshTests()
    {
        _store = new DistributedTokenStore(_cache, new MemoryLocks(), new AesProtector());
        _harness.Options = _harness.Options with { TokenStore = _store };
    }

    public void Dispose() => _harness.Dispose();

    [Fact]
    public async Task Without_room_for_the_new_token_the_old_one_is_not_spent()
    {
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 0), _store);
        _harness.Service.On("/token", RefreshHarness.Response("new"));
        _cache.Capacity = 1000;

        SsoException exception = await Assert.ThrowsAsync<SsoException>(_harness.GetAsync);
        Assert.Empty(_harness.Service.Calls);
        _cache.Capacity = long.MaxValue;

        Assert.Contains("The cache is full", exception.Message);
        Assert.Equal("new", await _harness.GetAsync());
    }

    [Fact]
    public async Task A_token_that_cannot_be_written_is_handed_out_reported_and_written_later()
    {
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 0), _store);
        _harness.AnswerAfter(
            () =>
            {
                _cache.Capacity = 0;
                return Task.CompletedTask;
            },
            RefreshHarness.Response("new")
        );

        Assert.Equal("new", await _harness.GetAsync());
        Assert.Contains("The cache is full", Assert.Single(_harness.Warnings));
        _cache.Capacity = long.MaxValue;
        await _harness.GetAsync();

        SsoToken stored = SsoToken.FromJson((await _store.ReadAsync(_harness.Session.TokenName))!);
        Assert.Equal("new", stored.AccessToken);
    }
}
