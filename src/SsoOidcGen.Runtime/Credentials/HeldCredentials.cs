namespace SsoOidcGen.Runtime;

/// <summary>Credentials, and when they are replaced: from the first time on in the background, from the second on before they are used again.</summary>
internal sealed class HeldCredentials
{
    private static readonly TimeSpan LongestAdvisory = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestMandatory = TimeSpan.FromMinutes(1);

    private readonly long _advisoryAt;
    private readonly long _mandatoryAt;

    /// <param name="credentials">The credentials; without an expiration they are never replaced.</param>
    /// <param name="now">When they were loaded.</param>
    public HeldCredentials(AwsCredentials credentials, DateTimeOffset now)
    {
        Credentials = credentials;
        if (credentials.Expiration is not { } end)
        {
            _advisoryAt = _mandatoryAt = long.MaxValue;
            return;
        }

        // In proportion to the lifetime: short-lived credentials would otherwise be replaced at each use.
        TimeSpan lifetime = end > now ? end - now : TimeSpan.Zero;
        TimeSpan advisory = Shorter(LongestAdvisory, lifetime / 3);
        _advisoryAt = (end - advisory).UtcTicks;
        _mandatoryAt = (end - Shorter(LongestMandatory, advisory / 2)).UtcTicks;
    }

    public AwsCredentials Credentials { get; }

    public bool ShouldBeReplaced(DateTimeOffset now) => now.UtcTicks >= _advisoryAt;

    public bool MustBeReplaced(DateTimeOffset now) => now.UtcTicks >= _mandatoryAt;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
