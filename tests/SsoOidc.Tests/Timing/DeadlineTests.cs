using Microsoft.Extensions.Time.Testing;

namespace SsoOidc.Tests.Timing;

public sealed class DeadlineTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Work_that_takes_too_long_has_the_exception_of_its_caller()
    {
        Task<int> work = RunAsync(WaitAsync, CancellationToken.None);

        _time.Advance(TimeSpan.FromMinutes(1));

        await Assert.ThrowsAsync<TimeoutException>(() => work);
    }

    [Fact]
    public async Task A_caller_that_cancels_gets_its_cancellation()
    {
        using CancellationTokenSource caller = new();
        Task<int> work = RunAsync(WaitAsync, caller.Token);

        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
    }

    [Fact]
    public Task Work_that_cancels_itself_was_not_late() =>
        Assert.ThrowsAsync<OperationCanceledException>(() =>
            RunAsync(static _ => throw new OperationCanceledException(), CancellationToken.None)
        );

    [Fact]
    public async Task Work_in_time_has_its_result() =>
        Assert.Equal(7, await RunAsync(static _ => Task.FromResult(7), CancellationToken.None));

    private Task<int> RunAsync(Func<CancellationToken, Task<int>> work, CancellationToken cancellationToken) =>
        Deadline.RunAsync(TimeSpan.FromMinutes(1), _time, work, static () => new TimeoutException(), cancellationToken);

    private async Task<int> WaitAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, _time, cancellationToken);
        return 0;
    }
}
