namespace SsoOidcGen.Runtime;

/// <summary>Learns from a service's responses how far the local clock is off. One per client; thread-safe.</summary>
/// <param name="clock">The local clock.</param>
internal sealed class ClockSkew(TimeProvider clock)
{
    // Services accept signatures up to five minutes old; a smaller difference is not the cause.
    private static readonly TimeSpan Tolerated = TimeSpan.FromMinutes(4);

    // Nobody's clock is off by more; such a date is a mistake of the server's, or no service's at all.
    private static readonly TimeSpan Plausible = TimeSpan.FromDays(7);

    private long _offsetTicks;

    /// <summary>The time by the service's clock, as far as it is known.</summary>
    public DateTimeOffset Now => clock.GetUtcNow() + Offset;

    /// <summary>How far the service's clock is ahead of the local one.</summary>
    public TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref _offsetTicks));

    /// <summary>Sets the clock right after a signature was refused because of its time.</summary>
    /// <param name="errorCode">The service's error code.</param>
    /// <param name="serverTime">The response's <c>Date</c> header.</param>
    /// <returns>Whether it was off, so that signing again can help.</returns>
    public bool TryCorrect(string? errorCode, DateTimeOffset? serverTime)
    {
        if (serverTime is not { } time || !MayBeSkew(errorCode) || (time - Now).Duration() < Tolerated)
        {
            return false;
        }

        TimeSpan offset = time - clock.GetUtcNow();
        if (offset.Duration() > Plausible)
        {
            return false;
        }

        Interlocked.Exchange(ref _offsetTicks, offset.Ticks);
        return true;
    }

    private static bool MayBeSkew(string? errorCode) =>
        errorCode
            is "AuthFailure"
                or "InvalidSignatureException"
                or "RequestExpired"
                or "RequestInTheFuture"
                or "RequestTimeTooSkewed"
                or "SignatureDoesNotMatch"
                or "AccessDeniedException";
}
