namespace SsoOidcGen.Runtime;

/// <summary>Cancels an attempt that takes too long or that its caller gives up.</summary>
/// <remarks>
/// A timer for each attempt would cost a tenth of a call, so a deadline is kept for the next attempt with its timer
/// running: when it fires, it looks whether the attempt of that time is late, and if not goes on.
/// </remarks>
internal sealed class AttemptDeadline : IDisposable
{
    private const long Never = long.MaxValue;
    private const long Over = long.MinValue;

    [ThreadStatic]
    private static AttemptDeadline? _spare;

    private readonly object _lock = new();
    private readonly CancellationTokenSource _source = new();
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private CancellationTokenRegistration _caller;
    private long _alarm = Never;
    private long _end;

    private AttemptDeadline(TimeProvider clock)
    {
        _clock = clock;
        // The timer outlives the call that is the first to need it: it must not keep that call's context alive.
        bool flows = !ExecutionContext.IsFlowSuppressed();
        if (flows)
        {
            ExecutionContext.SuppressFlow();
        }

        _timer = clock.CreateTimer(Fire, this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        if (flows)
        {
            ExecutionContext.RestoreFlow();
        }
    }

    public CancellationToken Token => _source.Token;

    /// <summary>The time is over, or the caller gave up.</summary>
    public bool IsOver => _source.IsCancellationRequested;

    /// <param name="limit">How long the attempt may take; <see cref="Timeout.InfiniteTimeSpan"/>: forever.</param>
    /// <param name="clock">Measures it.</param>
    /// <param name="caller">Ends the attempt before that.</param>
    public static AttemptDeadline Start(TimeSpan limit, TimeProvider clock, CancellationToken caller)
    {
        AttemptDeadline? spare = _spare;
        _spare = null;
        AttemptDeadline deadline = spare?._clock == clock ? spare : new AttemptDeadline(clock);
        deadline.Begin(limit);
        deadline._caller = caller.UnsafeRegister(Cancel, deadline._source);
        return deadline;
    }

    public void Dispose()
    {
        _caller.Dispose();
        if (Interlocked.Exchange(ref _end, Never) != Over && _spare is null && _source.TryReset())
        {
            _spare = this;
        }
        else
        {
            // The source stays as it is: the timer may be about to cancel it.
            _timer.Dispose();
        }
    }

    private static void Cancel(object? source) => ((CancellationTokenSource)source!).Cancel();

    private void Begin(TimeSpan limit)
    {
        lock (_lock)
        {
            long now = _clock.GetTimestamp();
            _end =
                limit == Timeout.InfiniteTimeSpan
                    ? Never
                    : now + (long)(limit.TotalSeconds * _clock.TimestampFrequency);
            if (_end < _alarm)
            {
                _alarm = _end;
                _timer.Change(limit, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private static void Fire(object? deadline) => ((AttemptDeadline)deadline!).Fire();

    private void Fire()
    {
        lock (_lock)
        {
            _alarm = Never;
            long end = Volatile.Read(ref _end);
            if (end == Never)
            {
                return;
            }

            TimeSpan rest = _clock.GetElapsedTime(_clock.GetTimestamp(), end);
            if (rest > TimeSpan.Zero)
            {
                _alarm = end;
                _timer.Change(rest, Timeout.InfiniteTimeSpan);
                return;
            }

            // The attempt may end at this moment, and the source is another's then.
            if (Interlocked.CompareExchange(ref _end, Over, end) != end)
            {
                return;
            }
        }

        _source.Cancel();
    }
}
