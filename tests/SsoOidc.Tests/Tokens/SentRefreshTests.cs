namespace SsoOidc.Tests.Tokens;

/// <summary>A refresh token works once: who spends it must not lose what comes back.</summary>
public sealed class SentRefreshTests : IDisposable
{
    private readonly RefreshHarness _harness = new();

    private static CancellationToken Cancellation => RefreshHarness.Cancellation;

    public void Dispose() => _harness.Dispose();

    [Fact]
    public async Task A_caller_who_cancels_does_not_lose_the_new_token()
    {
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 0));
        _harness.AnswerLater(RefreshHarness.Response("new"));
        using CancellationTokenSource caller = new();
        Task<SsoToken> waiting = _harness.Login.GetTokenAsync(caller.Token);
        await _harness.Asked;

        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        _harness.Answer();
        await SsoLogin.CompleteRefreshesAsync(Cancellation);

        Assert.Equal("new", await _harness.StoredAsync());
        Assert.Equal("new", await _harness.GetAsync());
        Assert.Single(_harness.Service.Calls);
    }

    [Fact]
    public async Task Whoever_waits_for_refreshes_waits_for_those_too_that_are_not_sent_yet()
    {
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 0));
        _harness.Service.On("/token", RefreshHarness.Response("new"));
        TaskCompletionSource gate = new();
        _harness.Store.Gate = gate.Task;
        using CancellationTokenSource caller = new();
        Task<SsoToken> waiting = _harness.Login.GetTokenAsync(caller.Token);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        Task complete = SsoLogin.CompleteRefreshesAsync(Cancellation);
        gate.SetResult();
        await complete;

        Assert.Equal("new", await _harness.StoredAsync());
    }

    [Fact]
    public async Task A_wait_for_refreshes_can_be_canceled()
    {
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 0));
        _harness.AnswerLater(RefreshHarness.Response("new"));
        Task<string> waiting = _harness.GetAsync();
        await _harness.Asked;
        using CancellationTokenSource patience = new();
        Task complete = SsoLogin.CompleteRefreshesAsync(patience.Token);

        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => complete);
        _harness.Answer();
        Assert.Equal("new", await waiting);
    }

    [Fact]
    public async Task A_login_that_is_disposed_of_leaves_its_refresh_to_the_others()
    {
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 0));
        _harness.AnswerLater(RefreshHarness.Response("new"));
        SsoLogin first = new(_harness.Session, _harness.Options);
        Task<SsoToken> waiting = first.GetTokenAsync(Cancellation);
        await _harness.Asked;

        first.Dispose();
        Task<string> other = _harness.GetAsync();
        _harness.Answer();

        Assert.Equal("new", (await waiting).AccessToken);
        Assert.Equal("new", await other);
        Assert.Single(_harness.Service.Calls);
    }

    [Fact]
    public void Connections_stay_open_until_the_last_holder_lets_go()
    {
        SsoClients clients = new(new SsoLoginOptions(), this);
        SsoClients.Lease refresh = clients.Hold();

        clients.Dispose();
        clients.Dispose();
        clients.Http.CancelPendingRequests();
        refresh.Dispose();

        Assert.Throws<ObjectDisposedException>(clients.Http.CancelPendingRequests);
        Assert.Throws<ObjectDisposedException>(clients.Hold);
    }

    [Fact]
    public async Task After_a_refusal_what_a_tool_without_lock_has_renewed_meanwhile_is_used()
    {
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 0));
        _harness.AnswerAfter(
            () => _harness.WriteAsync(RefreshHarness.Token("other", secondsLeft: 28800)),
            """{"error": "invalid_grant", "error_description": "used"}""",
            status: 400
        );

        Assert.Equal("other", await _harness.GetAsync());
    }

    [Fact]
    public async Task A_refresh_that_was_under_way_does_not_overwrite_a_sign_in()
    {
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 0));
        _harness.AnswerAfter(
            () => _harness.WriteAsync(RefreshHarness.Token("signed-in", secondsLeft: 28800)),
            RefreshHarness.Response("refreshed")
        );

        Assert.Equal("signed-in", await _harness.GetAsync());
        Assert.Equal("signed-in", await _harness.StoredAsync());
    }

    [Fact]
    public async Task A_refresh_that_was_under_way_does_not_undo_a_sign_out()
    {
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 60));
        _harness.AnswerAfter(
            async () => await _harness.Store.RemoveAsync(_harness.Session.TokenName, Cancellation),
            RefreshHarness.Response("refreshed")
        );

        await Assert.ThrowsAsync<SignInRequiredException>(_harness.GetAsync);

        Assert.Null(await _harness.StoredAsync());
    }

    [Fact]
    public async Task An_entry_with_the_spent_refresh_token_is_overwritten_whoever_wrote_it()
    {
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 0));
        string rewritten = RefreshHarness.Token("old", secondsLeft: 60).Replace("\"old\"", "\"older\"");
        _harness.AnswerAfter(() => _harness.WriteAsync(rewritten), RefreshHarness.Response("new"));

        Assert.Equal("new", await _harness.GetAsync());
        Assert.Equal("new", await _harness.StoredAsync());
    }

    [Theory]
    [InlineData("", 28800, "empty access token")]
    [InlineData("new", 0, "lives 0 seconds")]
    [InlineData("new", -5, "lives -5 seconds")]
    public async Task A_response_without_substance_replaces_nothing(string accessToken, int lifetime, string reason)
    {
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 60));
        _harness.Service.On("/token", RefreshHarness.Response(accessToken, lifetime));

        Assert.Equal("old", await _harness.GetAsync());
        Assert.Contains(reason, Assert.Single(_harness.Warnings));
        _harness.Time.Advance(TimeSpan.FromSeconds(60));
        SsoException exception = await Assert.ThrowsAsync<SsoException>(_harness.GetAsync);

        Assert.Contains(reason, exception.Message);
        Assert.Equal("old", await _harness.StoredAsync());
    }
}
