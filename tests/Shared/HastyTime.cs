using Microsoft.Extensions.Time.Testing;

namespace SsoOidcGen.Testing;

/// <summary>A clock that stands still, and by which pauses between attempts are over at once.</summary>
internal sealed class HastyTime(DateTimeOffset now) : FakeTimeProvider(now)
{
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(1);

    /// <remarks>Limits of requests are a second and more.</remarks>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        dueTime < s_longestPause && dueTime >= TimeSpan.Zero
            ? System.CreateTimer(callback, state, TimeSpan.Zero, period)
            : base.CreateTimer(callback, state, dueTime, period);
}
