using Microsoft.Extensions.Time.Testing;

namespace SsoOidcGen.Runtime.Tests.Client;

public sealed class AttemptDeadlineTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void It_is_canceled_when_its_time_is_over_and_not_before()
    {
        using AttemptDeadline deadline = Start(Minute);

        _time.Advance(Minute - TimeSpan.FromMilliseconds(1));
        Assert.False(deadline.Token.IsCancellationRequested);

        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(deadline.Token.IsCancellationRequested);
    }

    [Fact]
    public void The_alarm_of_an_attempt_that_has_ended_leaves_the_next_one_alone()
    {
        AttemptDeadline first = Start(Minute);
        first.Dispose();
        _time.Advance(Minute / 2);

        using AttemptDeadline second = Start(Minute);
        _time.Advance(Minute / 2);

        Assert.Same(first, second);
        Assert.False(second.Token.IsCancellationRequested);
        _time.Advance(Minute / 2);
        Assert.True(second.Token.IsCancellationRequested);
    }

    [Fact]
    public void An_attempt_with_less_time_than_the_one_before_is_canceled_in_time()
    {
        Start(Minute).Dispose();

        using AttemptDeadline second = Start(Minute / 4);
        _time.Advance(Minute / 4);

        Assert.True(second.Token.IsCancellationRequested);
    }

    [Fact]
    public void Without_a_limit_it_waits_forever()
    {
        using AttemptDeadline deadline = Start(Timeout.InfiniteTimeSpan);

        _time.Advance(TimeSpan.FromDays(30));

        Assert.False(deadline.Token.IsCancellationRequested);
    }

    [Fact]
    public async Task The_caller_ends_it_and_a_canceled_one_is_not_used_again()
    {
        using CancellationTokenSource caller = new();
        AttemptDeadline first = AttemptDeadline.Start(Minute, _time, caller.Token);

        await caller.CancelAsync();

        Assert.True(first.Token.IsCancellationRequested);
        first.Dispose();
        using AttemptDeadline second = Start(Minute);
        Assert.False(second.Token.IsCancellationRequested);
    }

    [Fact]
    public async Task A_caller_who_cancels_later_does_not_end_somebody_else_s_attempt()
    {
        using CancellationTokenSource caller = new();
        AttemptDeadline.Start(Minute, _time, caller.Token).Dispose();
        using AttemptDeadline next = Start(Minute);

        await caller.CancelAsync();

        Assert.False(next.Token.IsCancellationRequested);
    }

    [Fact]
    public void Attempts_at_the_same_time_have_deadlines_of_their_own()
    {
        using AttemptDeadline one = Start(Minute);
        using AttemptDeadline other = Start(2 * Minute);

        _time.Advance(Minute);

        Assert.True(one.Token.IsCancellationRequested);
        Assert.False(other.Token.IsCancellationRequested);
    }

    private AttemptDeadline Start(TimeSpan limit) => AttemptDeadline.Start(limit, _time, CancellationToken.None);
}
