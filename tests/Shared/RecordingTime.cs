using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace SsoOidcGen.Testing;

/// <summary>A clock that stands still, and tells which timers were set, so that a test can let exactly one wait pass.</summary>
internal sealed class RecordingTime(DateTimeOffset now) : FakeTimeProvider(now)
{
    // Only keeps a failing test from hanging; no assertion depends on it.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);
    private readonly Channel<TimeSpan> _timers = Channel.CreateUnbounded<TimeSpan>();

    public static DateTimeOffset Origin { get; } = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        _timers.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Waits until somebody waits this long, or one of these times; earlier timers are passed over.</summary>
    public async Task TimerAsync(params TimeSpan[] dueTimes)
    {
        using CancellationTokenSource patience = new(s_patience);
        while (Array.IndexOf(dueTimes, await _timers.Reader.ReadAsync(patience.Token)) < 0) { }
    }

    /// <summary>Waits until somebody waits this many seconds, and lets them pass.</summary>
    public async Task PassAsync(double seconds)
    {
        await TimerAsync(TimeSpan.FromSeconds(seconds));
        Advance(TimeSpan.FromSeconds(seconds));
    }
}
