using Microsoft.Extensions.Time.Testing;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests;

public sealed class FreshCredentialsTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(Start);

    [Fact]
    public async Task A_thousand_callers_share_one_load()
    {
        ScriptedLoader loader = new();
        FreshCredentials fresh = new(loader, _clock);

        Task<AwsCredentials>[] callers = [.. Enumerable.Range(0, 1000).Select(_ => Get(fresh))];
        await loader.RespondAsync(Until(Start.AddHours(1)));
        AwsCredentials[] all = await Task.WhenAll(callers);

        Assert.Single(all.Distinct());
        Assert.Equal(1, loader.Loads);
    }

    [Fact]
    public async Task A_thousand_callers_share_one_failure_and_the_next_one_starts_anew()
    {
        ScriptedLoader loader = new();
        FreshCredentials fresh = new(loader, _clock);

        Task<AwsCredentials>[] callers = [.. Enumerable.Range(0, 1000).Select(_ => Get(fresh))];
        await loader.FailAsync();
        foreach (Task<AwsCredentials> caller in callers)
        {
            await Assert.ThrowsAsync<CredentialsException>(() => caller);
        }

        Task<AwsCredentials> next = Get(fresh);
        await loader.RespondAsync(Until(Start.AddHours(1)));
        await next;

        Assert.Equal(2, loader.Loads);
    }

    [Fact]
    public async Task A_caller_who_cancels_stops_waiting_and_nobody_else_does()
    {
        ScriptedLoader loader = new();
        FreshCredentials fresh = new(loader, _clock);
        using CancellationTokenSource source = new();

        Task<AwsCredentials> impatient = fresh.GetCredentialsAsync(source.Token).AsTask();
        Task<AwsCredentials> patient = Get(fresh);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        await loader.RespondAsync(Until(Start.AddHours(1)));

        Assert.Equal("AKID", (await patient).AccessKeyId);
        Assert.Equal(1, loader.Loads);
    }

    [Fact]
    public async Task In_the_last_quarter_of_an_hour_a_refresh_holds_nobody_up()
    {
        ScriptedLoader loader = new();
        FreshCredentials fresh = new(loader, _clock);
        AwsCredentials first = await LoadAsync(fresh, loader, Until(Start.AddHours(1)));

        _clock.Advance(TimeSpan.FromMinutes(44));
        Assert.Same(first, await Get(fresh));
        Assert.Equal(1, loader.Loads);

        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Same(first, await Get(fresh));
        AwsCredentials second = Until(Start.AddHours(2));
        await loader.RespondAsync(second);
        await UntilAsync(async () => ReferenceEquals(await Get(fresh), second));

        Assert.Equal(2, loader.Loads);
    }

    [Fact]
    public async Task After_a_refresh_that_failed_early_the_next_is_made_thirty_seconds_later()
    {
        ScriptedLoader loader = new();
        FreshCredentials fresh = new(loader, _clock);
        AwsCredentials first = await LoadAsync(fresh, loader, Until(Start.AddHours(1)));
        _clock.Advance(TimeSpan.FromMinutes(46));
        await Get(fresh);
        await loader.FailAsync();
        await UntilAsync(() => Task.FromResult(fresh.LastFailure is not null));

        _clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Same(first, await Get(fresh));
        Assert.Equal(2, loader.Loads);

        await UntilAsync(async () =>
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Same(first, await Get(fresh));
            return loader.Loads == 3;
        });
    }

    [Fact]
    public async Task In_the_last_minute_callers_wait_and_a_failure_is_theirs()
    {
        ScriptedLoader loader = new();
        FreshCredentials fresh = new(loader, _clock);
        await LoadAsync(fresh, loader, Until(Start.AddHours(1)));
        _clock.Advance(TimeSpan.FromMinutes(59));

        Task<AwsCredentials> failing = Get(fresh);
        await loader.FailAsync();
        await Assert.ThrowsAsync<CredentialsException>(() => failing);

        Task<AwsCredentials> waiting = Get(fresh);
        AwsCredentials second = Until(Start.AddHours(2));
        await loader.RespondAsync(second);
        Assert.Same(second, await waiting);
    }

    [Fact]
    public async Task Short_lived_credentials_are_not_replaced_at_each_use()
    {
        ScriptedLoader loader = new();
        FreshCredentials fresh = new(loader, _clock);
        AwsCredentials first = await LoadAsync(fresh, loader, Until(Start.AddMinutes(15)));

        _clock.Advance(TimeSpan.FromMinutes(9));

        Assert.Same(first, await Get(fresh));
        Assert.Equal(1, loader.Loads);
    }

    [Fact]
    public async Task Credentials_without_an_end_are_loaded_once()
    {
        ScriptedLoader loader = new();
        FreshCredentials fresh = new(loader, _clock);
        AwsCredentials first = await LoadAsync(fresh, loader, new AwsCredentials("AKID", "secret"));

        _clock.Advance(TimeSpan.FromDays(1000));

        Assert.Same(first, await Get(fresh));
    }

    [Fact]
    public async Task A_user_is_asked_only_when_the_credentials_are_used_up()
    {
        ScriptedLoader loader = new() { AsksTheUser = true };
        FreshCredentials fresh = new(loader, _clock);
        AwsCredentials first = await LoadAsync(fresh, loader, Until(Start.AddHours(1)));

        _clock.Advance(TimeSpan.FromMinutes(58));

        Assert.Same(first, await Get(fresh));
        Assert.Equal(1, loader.Loads);
    }

    [Fact]
    public async Task New_credentials_that_have_expired_are_an_error_that_names_the_clock()
    {
        ScriptedLoader loader = new();
        FreshCredentials fresh = new(loader, _clock);

        Task<AwsCredentials> call = Get(fresh);
        await loader.RespondAsync(Until(Start.AddSeconds(-1)));

        var error = await Assert.ThrowsAsync<CredentialsException>(() => call);
        Assert.Contains("the script expired at 2026-01-01 11:59:59Z", error.Message, StringComparison.Ordinal);
        Assert.Contains("clock", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stable_source_may_die_at_any_time_and_its_last_credentials_stay_in_use()
    {
        ScriptedLoader loader = new() { IsStable = true };
        FreshCredentials fresh = new(loader, _clock);
        AwsCredentials first = await LoadAsync(fresh, loader, Until(Start.AddHours(6)));

        // A day without the source: every refresh fails, early ones and those that are waited for.
        int ended = 1;
        while (_clock.GetUtcNow() < Start.AddHours(30))
        {
            AwsCredentials current = await EndLoadsAsync(loader.FailAsync);
            Assert.Equal(first.AccessKeyId, current.AccessKeyId);
            _clock.Advance(TimeSpan.FromMinutes(3));
        }

        // Some minutes pass between two attempts: there is not one for each call.
        Assert.InRange(ended, 24 * 4, 24 * 12 * 2);

        AwsCredentials second = Until(Start.AddHours(40));
        await UntilAsync(async () =>
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            return ReferenceEquals(await EndLoadsAsync(() => loader.RespondAsync(second)), second);
        });

        // Gets credentials, and ends each load that has begun by then.
        async Task<AwsCredentials> EndLoadsAsync(Func<Task> end)
        {
            Task<AwsCredentials> call = Get(fresh);
            while (!call.IsCompleted || loader.Loads > ended)
            {
                if (loader.Loads > ended)
                {
                    ended++;
                    await end();
                }
                else
                {
                    await Task.Yield();
                }
            }

            return await call;
        }
    }

    [Fact]
    public async Task What_a_stable_source_gives_is_used_also_when_it_has_expired()
    {
        ScriptedLoader loader = new() { IsStable = true };
        FreshCredentials fresh = new(loader, _clock);

        AwsCredentials credentials = await LoadAsync(fresh, loader, Until(Start.AddYears(-6)));

        Assert.InRange(credentials.Expiration!.Value, Start.AddMinutes(10), Start.AddMinutes(15));
        Assert.Same(credentials, await Get(fresh));
    }

    [Fact]
    public async Task A_stable_source_that_fails_at_the_first_load_fails()
    {
        ScriptedLoader loader = new() { IsStable = true };

        Task<AwsCredentials> call = Get(new FreshCredentials(loader, _clock));
        await loader.FailAsync();

        await Assert.ThrowsAsync<CredentialsException>(() => call);
    }

    [Fact]
    public async Task A_caller_who_has_canceled_starts_no_load()
    {
        ScriptedLoader loader = new();
        FreshCredentials fresh = new(loader, _clock);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            fresh.GetCredentialsAsync(new CancellationToken(canceled: true)).AsTask()
        );

        Assert.Equal(0, loader.Loads);
    }

    [Fact]
    public async Task Credentials_that_expire_at_this_moment_have_expired()
    {
        ScriptedLoader loader = new();
        Task<AwsCredentials> call = Get(new FreshCredentials(loader, _clock));
        await loader.RespondAsync(Until(Start));

        var error = await Assert.ThrowsAsync<CredentialsException>(() => call);

        Assert.Equal(
            "The credentials from the script expired at 2026-01-01 12:00:00Z, and it is 2026-01-01 12:00:00Z."
                + " Check what supplies them, and the clock of this machine.",
            error.Message
        );
    }

    [Fact]
    public async Task The_latest_failure_is_known_until_a_load_succeeds()
    {
        ScriptedLoader loader = new();
        FreshCredentials fresh = new(loader, _clock);
        await LoadAsync(fresh, loader, Until(Start.AddHours(1)));
        Assert.Null(fresh.LastFailure);

        _clock.Advance(TimeSpan.FromMinutes(59));
        Task<AwsCredentials> failing = Get(fresh);
        await loader.FailAsync();
        var error = await Assert.ThrowsAsync<CredentialsException>(() => failing);
        Assert.Same(error, fresh.LastFailure);
        Assert.Same(error, new FoundCredentials(fresh, "the script", "").LastFailure);

        await LoadAsync(fresh, loader, Until(Start.AddHours(2)));
        Assert.Null(fresh.LastFailure);
    }

    [Fact]
    public async Task A_source_that_says_nothing_about_itself_is_asked_early_and_not_outlived()
    {
        PlainLoader loader = new();
        FreshCredentials fresh = new(loader, _clock);
        AwsCredentials first = await Get(fresh);

        _clock.Advance(TimeSpan.FromMinutes(46));
        Assert.Same(first, await Get(fresh));
        await loader.SecondLoad;
        _clock.Advance(TimeSpan.FromHours(2));

        await Assert.ThrowsAsync<CredentialsException>(() => Get(fresh));
    }

    private static AwsCredentials Until(DateTimeOffset end) => new("AKID", "secret", "token") { Expiration = end };

    private static Task<AwsCredentials> Get(FreshCredentials fresh) =>
        fresh.GetCredentialsAsync(TestContext.Current.CancellationToken).AsTask();

    private static async Task<AwsCredentials> LoadAsync(
        FreshCredentials fresh,
        ScriptedLoader loader,
        AwsCredentials credentials
    )
    {
        Task<AwsCredentials> call = Get(fresh);
        await loader.RespondAsync(credentials);
        return await call;
    }

    /// <summary>What happens in the background has no end that could be awaited.</summary>
    private static async Task UntilAsync(Func<Task<bool>> isReached)
    {
        while (!await isReached())
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    /// <summary>Succeeds once.</summary>
    private sealed class PlainLoader : CredentialsLoader
    {
        private readonly TaskCompletionSource _second = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _loads;

        public override string Source => "the source";

        public Task SecondLoad => _second.Task;

        public override AwsCredentials Load()
        {
            if (Interlocked.Increment(ref _loads) == 1)
            {
                return Until(Start.AddHours(1));
            }

            _second.TrySetResult();
            throw new CredentialsException("It fails.");
        }
    }
}
