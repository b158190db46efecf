using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace SsoOidc.Tests.Tokens;

public class SingleFlightTests
{
    private readonly SingleFlight<string> _flight = new();
    private readonly TaskCompletionSource<string> _end = new();
    private int _starts;

    [Fact]
    public async Task Whoever_asks_while_it_runs_shares_the_result()
    {
        Task<string>[] callers = [.. Enumerable.Range(0, 1000).Select(_ => RunAsync())];
        _end.SetResult("result");

        Assert.All(await Task.WhenAll(callers), result => Assert.Equal("result", result));
        Assert.Equal(1, _starts);
    }

    [Fact]
    public async Task A_failure_is_shared_too_and_not_kept()
    {
        Task<string>[] callers = [RunAsync(), RunAsync()];
        _end.SetException(new SsoException("no"));
        foreach (Task<string> caller in callers)
        {
            await Assert.ThrowsAsync<SsoException>(() => caller);
        }

        Assert.Equal("next", await _flight.RunAsync(() => Task.FromResult("next")));
        Assert.Equal(1, _starts);
    }

    [Fact]
    public async Task A_caller_who_cancels_stops_waiting_and_the_others_get_their_result()
    {
        using CancellationTokenSource impatience = new();
        Task<string> impatient = RunAsync(impatience.Token);
        Task<string> patient = RunAsync();

        await impatience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        _end.SetResult("result");
        Assert.Equal("result", await patient);
    }

    [Fact]
    public async Task A_caller_who_has_canceled_already_starts_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(new CancellationToken(canceled: true)));

        Assert.False(_flight.IsRunning);
    }

    [Fact]
    public async Task A_failure_that_nobody_waits_for_is_not_reported_as_unobserved()
    {
        const string Mark = "a failure of nobody's";
        bool isReported = false;
        void Report(object? sender, UnobservedTaskExceptionEventArgs e) =>
            isReported |= e.Exception.ToString().Contains(Mark, StringComparison.Ordinal);
        TaskScheduler.UnobservedTaskException += Report;
        await FailAsync(Mark);

        GC.Collect();
        GC.WaitForPendingFinalizers();
        TaskScheduler.UnobservedTaskException -= Report;

        Assert.False(isReported);
    }

    [Fact]
    public async Task After_a_reset_the_next_caller_starts_anew()
    {
        Task<string> before = RunAsync();
        _flight.Reset();

        Assert.Equal("after", await _flight.RunAsync(() => Task.FromResult("after")));
        _end.SetResult("before");
        Assert.Equal("before", await before);
    }

    [Fact]
    public async Task Nothing_of_the_first_callers_context_is_seen_by_the_work()
    {
        using Activity activity = new Activity("caller").Start();
        AsyncLocal<string> ambient = new() { Value = "caller's" };

        string seen = await _flight.RunAsync(() =>
            Task.FromResult(ambient.Value ?? Activity.Current?.OperationName ?? "nothing")
        );

        Assert.Equal("nothing", seen);
        Assert.Equal("caller's", ambient.Value);
    }

    [Fact]
    public async Task A_caller_without_a_context_is_served_like_any_other()
    {
        Task<string> call;
        using (ExecutionContext.SuppressFlow())
        {
            call = _flight.RunAsync(() => Task.FromResult("result"));
        }

        Assert.Equal("result", await call);
    }

    /// <summary>In a method of its own, so that nothing keeps the tasks alive.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task FailAsync(string message)
    {
        SingleFlight<string> flight = new();
        TaskCompletionSource started = new();
        using CancellationTokenSource impatience = new();
        Task<string> caller = flight.RunAsync(
            async () =>
            {
                started.SetResult();
                await Task.Yield();
                throw new SsoException(message);
            },
            impatience.Token
        );
        await started.Task;
        await impatience.CancelAsync();
        await Record.ExceptionAsync(() => caller);
        while (flight.IsRunning)
        {
            // To await it would be to observe it.
            await Task.Yield();
        }
    }

    private Task<string> RunAsync(CancellationToken cancellationToken = default) =>
        _flight.RunAsync(
            () =>
            {
                Interlocked.Increment(ref _starts);
                return _end.Task;
            },
            cancellationToken
        );
}
