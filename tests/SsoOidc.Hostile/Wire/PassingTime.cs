using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace SsoOidc.Hostile.Wire;

/// <summary>
/// A clock on which short waits, such as those between attempts, are over at once and are kept for the test to see.
/// Longer ones, such as limits, last until the test advances the clock.
/// </summary>
internal sealed class PassingTime() : FakeTimeProvider(new DateTimeOffset(2026, 1, 31, 8, 0, 0, TimeSpan.Zero))
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly ConcurrentQueue<TimeSpan> _waits = new();

    public IReadOnlyCollection<TimeSpan> Waits => _waits;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime <= TimeSpan.Zero || dueTime > LongestWait)
        {
            return base.CreateTimer(callback, state, dueTime, period);
        }

        _waits.Enqueue(dueTime);
        return System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
