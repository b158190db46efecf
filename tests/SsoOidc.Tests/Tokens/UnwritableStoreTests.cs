namespace SsoOidc.Tests.Tokens;

/// <summary>Stores that do not take what they are given: full disks, read-only mounts, lost connections.</summary>
public sealed class UnwritableStoreTests : IDisposable
{
    private readonly RefreshHarness _harness = new();

    private ScriptedStore Store => _harness.Store;

    public void Dispose() => _harness.Dispose();

    [Fact]
    public async Task Without_room_for_the_new_token_the_old_one_is_not_spent()
    {
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 0));
        Store.PrepareFailure = new IOException("No space left on device");

        SsoException exception = await Assert.ThrowsAsync<SsoException>(_harness.GetAsync);

        Assert.Contains("No space left on device", exception.Message);
        Assert.Empty(_harness.Service.Calls);
        Assert.Equal("old", await _harness.StoredAsync());
    }

    [Fact]
    public async Task A_valid_token_is_handed_out_with_one_warning()
    {
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 300));
        Store.MakeReadOnly();

        for (int i = 0; i < 3; i++)
        {
            Assert.Equal("old", await _harness.GetAsync());
            _harness.Time.Advance(TimeSpan.FromSeconds(30));
        }

        Assert.Contains("Read-only file system", Assert.Single(_harness.Warnings));
        Assert.Empty(_harness.Service.Calls);
    }

    [Fact]
    public async Task A_login_that_takes_no_warning_leaves_it_to_the_next()
    {
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 300));
        Store.MakeReadOnly();
        using SsoLogin deaf = new(_harness.Session, _harness.Options with { Warn = null });
        await deaf.GetTokenAsync(RefreshHarness.Cancellation);
        _harness.Time.Advance(TimeSpan.FromSeconds(30));

        await _harness.GetAsync();

        Assert.Single(_harness.Warnings);
    }

    [Fact]
    public async Task Room_is_made_under_the_lock_and_before_the_service_is_asked()
    {
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 0));
        _harness.AnswerAfter(
            () =>
            {
                Store.Step("ask");
                return Task.CompletedTask;
            },
            RefreshHarness.Response("new")
        );

        await _harness.GetAsync();

        Assert.Equal(
            ["lock", "prepare", "ask", "commit", "free"],
            Store.Log.Where(step => step is not ("read" or "write"))
        );
    }

    [Fact]
    public async Task A_token_that_cannot_be_written_is_handed_out_kept_reported_and_written_at_the_next_chance()
    {
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 0));
        _harness.Service.On("/token", RefreshHarness.Response("new"));
        Store.CommitFailure = new IOException("I/O error");

        Assert.Equal("new", await _harness.GetAsync());
        using SsoLogin other = new(_harness.Session, _harness.Options);
        Assert.Equal("new", (await other.GetTokenAsync(RefreshHarness.Cancellation)).AccessToken);
        Assert.Equal("new", (await other.ReadCachedTokenAsync(RefreshHarness.Cancellation))?.AccessToken);
        Assert.Equal("old", await _harness.StoredAsync());
        string warning = Assert.Single(_harness.Warnings);
        Assert.Contains("I/O error", warning);
        Assert.DoesNotContain("refresh-new", warning);

        Store.CommitFailure = null;
        _harness.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("new", await _harness.GetAsync());

        Assert.Equal("new", await _harness.StoredAsync());
        Assert.Single(_harness.Service.Calls);
    }

    [Fact]
    public async Task A_token_in_memory_gives_way_to_what_somebody_else_writes()
    {
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 0));
        _harness.Service.On("/token", RefreshHarness.Response("new"));
        Store.CommitFailure = new IOException("I/O error");
        await _harness.GetAsync();
        Store.CommitFailure = null;

        await _harness.WriteAsync(RefreshHarness.Token("other", secondsLeft: 28800));

        Assert.Equal("other", await _harness.GetAsync());
        Assert.Equal("other", await _harness.StoredAsync());
    }

    [Fact]
    public async Task A_token_in_memory_survives_an_entry_that_cannot_be_read()
    {
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 0));
        _harness.Service.On("/token", RefreshHarness.Response("new"));
        Store.CommitFailure = new IOException("I/O error");
        await _harness.GetAsync();

        Store.ReadFailure = new IOException("I/O error");

        Assert.Equal("new", await _harness.GetAsync());
    }

    [Fact]
    public async Task A_token_in_memory_is_refreshed_in_memory()
    {
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 0));
        _harness.Service.On("/token", RefreshHarness.Response("first", 3600));
        _harness.Service.On("/token", RefreshHarness.Response("second"));
        Store.CommitFailure = new IOException("Read-only file system");
        await _harness.GetAsync();
        Store.MakeReadOnly();

        _harness.Time.Advance(TimeSpan.FromSeconds(3600));

        Assert.Equal("second", await _harness.GetAsync());
        Assert.Equal("refresh-first", _harness.Service.Calls[1].Json["refreshToken"]!.GetValue<string>());
        Assert.Single(_harness.Warnings);
    }

    [Fact]
    public async Task A_failure_after_success_is_news_again()
    {
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 0));
        _harness.Service.On("/token", RefreshHarness.Response("new", seconds: 60));
        Store.CommitFailure = new IOException("I/O error");
        await _harness.GetAsync();
        Store.CommitFailure = null;
        _harness.Time.Advance(TimeSpan.FromSeconds(30));
        await _harness.GetAsync();

        Store.MakeReadOnly();
        Assert.Equal("new", await _harness.GetAsync());

        Assert.Equal(2, _harness.Warnings.Count);
    }
}
