using Microsoft.Extensions.Time.Testing;

namespace SsoOidcGen.Testing;

/// <summary>A clock that stands still, and by which pauses between attempts are over at once.</summary>
/// <param name="now">The time.</param>
/// <param name="limit">What is not shorter is no pause but the limit of a request; null: a second.</param>
internal sealed class HastyTime(DateTimeOffset now, TimeSpan? limit = null) : FakeTimeProvider(now)
{
    private readonly TimeSpan _limit = limit ?? TimeSpan.FromSeconds(1);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        dueTime < _limit && dueTime >= TimeSpan.Zero
            ? System.CreateTimer(callback, state, TimeSpan.Zero, period)
            : base.CreateTimer(callback, state, dueTime, period);
}
