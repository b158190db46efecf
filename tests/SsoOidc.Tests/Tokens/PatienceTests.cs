namespace SsoOidc.Tests.Tokens;

/// <summary>Whoever holds something valid does not wait. The clock stands still: what waits for it hangs.</summary>
public sealed class PatienceTests : IDisposable
{
    private readonly RefreshHarness _harness = new();

    private static CancellationToken Cancellation => RefreshHarness.Cancellation;

    public void Dispose() => _harness.Dispose();

    [Fact]
    public async Task A_hanging_service_holds_a_valid_token_up_for_five_seconds_and_its_response_is_used_when_it_comes()
    {
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 600));
        _harness.AnswerLater(RefreshHarness.Response("new"));

        Task<string> first = _harness.GetAsync();
        await _harness.Time.PassAsync(5);
        Assert.Equal("old", await first);
        Assert.Equal("old", await _harness.GetAsync());
        _harness.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("old", await _harness.GetAsync());

        _harness.Answer();
        await SsoLogin.CompleteRefreshesAsync(Cancellation);
        Assert.Equal("new", await _harness.GetAsync());
        Assert.Single(_harness.Service.Calls);
    }

    [Fact]
    public async Task A_token_that_ends_meanwhile_is_not_handed_out()
    {
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 3));
        _harness.AnswerLater(RefreshHarness.Response("new"));

        Task<string> waiting = _harness.GetAsync();
        await _harness.Time.PassAsync(5);
        _harness.Answer();

        Assert.Equal("new", await waiting);
    }

    [Fact]
    public async Task A_lock_that_is_held_holds_nobody_up_and_is_tried_again_after_half_a_minute()
    {
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 300));
        await using IAsyncDisposable held = await _harness.Store.LockAsync(
            _harness.Session.TokenName,
            TimeSpan.Zero,
            Cancellation
        );

        foreach (int seconds in (int[])[0, 29, 1])
        {
            _harness.Time.Advance(TimeSpan.FromSeconds(seconds));
            Assert.Equal("old", await _harness.GetAsync());
        }

        // Ours, and the attempts at once and after half a minute.
        Assert.Equal(3, _harness.Store.Count("lock"));
        Assert.Empty(_harness.Warnings);
        Assert.Empty(_harness.Service.Calls);
    }

    [Fact]
    public async Task A_lock_is_waited_for_once_the_token_has_ended()
    {
        const double PauseSeconds = 0.05;
        using TempFolder folder = new();
        FileTokenStore store = new(folder.Path, _harness.Time);
        _harness.Options = _harness.Options with { TokenStore = store };
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 0), store);
        _harness.Service.On("/token", RefreshHarness.Response("new"));
        IAsyncDisposable held = await store.LockAsync(_harness.Session.TokenName, TimeSpan.Zero, Cancellation);

        Task<string> waiting = _harness.GetAsync();
        await _harness.Time.PassAsync(PauseSeconds);
        await _harness.Time.TimerAsync(TimeSpan.FromSeconds(PauseSeconds));
        await held.DisposeAsync();
        _harness.Time.Advance(TimeSpan.FromSeconds(PauseSeconds));

        Assert.Equal("new", await waiting);
    }

    [Fact]
    public async Task A_lock_is_waited_for_too_if_the_token_ends_while_it_is_tried()
    {
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 1));
        _harness.Service.On("/token", RefreshHarness.Response("new"));
        _harness.Store.LockFailure = new TimeoutException("locked by process 17");
        _harness.Store.OnLock = () =>
        {
            _harness.Store.OnLock = () => _harness.Store.LockFailure = null;
            _harness.Time.Advance(TimeSpan.FromSeconds(1));
        };

        Assert.Equal("new", await _harness.GetAsync());
    }

    [Fact]
    public async Task A_lock_that_is_not_freed_is_named_once_the_token_has_ended()
    {
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 0));
        _harness.Store.LockFailure = new TimeoutException("locked by process 17");

        TimeoutException exception = await Assert.ThrowsAsync<TimeoutException>(_harness.GetAsync);

        Assert.Equal("locked by process 17", exception.Message);
    }

    [Fact]
    public async Task Whoever_holds_the_lock_for_too_long_may_have_renewed_the_token_all_the_same()
    {
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 0));
        _harness.Store.LockFailure = new TimeoutException("locked by process 17");
        string renewed = RefreshHarness.Token("other", secondsLeft: 28800);
        _harness.Store.OnLock = () => _harness.WriteAsync(renewed).GetAwaiter().GetResult();

        Assert.Equal("other", await _harness.GetAsync());
    }

    [Fact]
    public async Task A_thousand_callers_of_one_store_read_once_and_share_the_token()
    {
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 28800));

        Task<SsoToken>[] callers = await CallAsync();

        Assert.All(await Task.WhenAll(callers), token => Assert.Equal("old", token.AccessToken));
        Assert.Equal(1, _harness.Store.Count("read"));
    }

    [Fact]
    public async Task A_thousand_callers_of_one_store_share_a_failure()
    {
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 0));
        _harness.Service.OnFailure("/token");

        Task<SsoToken>[] callers = await CallAsync();

        foreach (Task<SsoToken> caller in callers)
        {
            await Assert.ThrowsAsync<SsoException>(() => caller);
        }

        Assert.Single(_harness.Service.Calls);
        Assert.Equal(1, _harness.Store.Count("lock"));
    }

    [Fact]
    public async Task Two_stores_of_one_folder_are_one()
    {
        using TempFolder folder = new();
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 300), new FileTokenStore(folder.Path));
        _harness.AnswerLater(RefreshHarness.Response("new"));
        SsoLogin[] logins =
        [
            .. Enumerable
                .Range(0, 2)
                .Select(_ => new SsoLogin(
                    _harness.Session,
                    _harness.Options with
                    {
                        TokenStore = new FileTokenStore(folder.Path),
                    }
                )),
        ];

        Task<SsoToken> first = logins[0].GetTokenAsync(Cancellation);
        await _harness.Asked;
        Task<SsoToken> second = logins[1].GetTokenAsync(Cancellation);
        _harness.Answer();

        // Each by itself would have been sent away from the other's lock with the old token.
        Assert.Equal("new", (await first).AccessToken);
        Assert.Equal("new", (await second).AccessToken);
        Array.ForEach(logins, login => login.Dispose());
    }

    /// <summary>A hundred callers of each of ten logins, all of them before the store answers the first.</summary>
    private async Task<Task<SsoToken>[]> CallAsync()
    {
        TaskCompletionSource gate = new();
        _harness.Store.Gate = gate.Task;
        SsoLogin[] logins = [.. Enumerable.Range(0, 10).Select(_ => new SsoLogin(_harness.Session, _harness.Options))];
        Task<SsoToken>[] callers =
        [
            .. logins.SelectMany(login => Enumerable.Range(0, 100).Select(_ => login.GetTokenAsync(Cancellation))),
        ];
        gate.SetResult();
        await Task.WhenAny(Task.WhenAll(callers));
        return callers;
    }
}
