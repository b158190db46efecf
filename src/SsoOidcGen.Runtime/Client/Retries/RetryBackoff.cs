namespace SsoOidcGen.Runtime;

/// <summary>How long to wait before a retry: doubling, at random below the doubled time, capped.</summary>
/// <param name="transientBase">The longest wait before the first retry, unless the service throttles.</param>
/// <param name="random">A number from 0 inclusive to 1 exclusive at each call.</param>
internal sealed class RetryBackoff(TimeSpan transientBase, Func<double>? random = null)
{
    public static readonly TimeSpan TransientBase = TimeSpan.FromMilliseconds(50);
    public static readonly TimeSpan DynamoDbBase = TimeSpan.FromMilliseconds(25);

    private static readonly TimeSpan ThrottlingBase = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestExtension = TimeSpan.FromSeconds(5);

    // Spreading clients in time needs no secrecy.
    private readonly Func<double> _random = random ?? Random.Shared.NextDouble;

    /// <param name="attempt">The attempt that failed; the first is 1.</param>
    /// <param name="isThrottling">Whether the service asked for fewer calls.</param>
    /// <param name="retryAfter">The wait that the service asks for (<c>x-amz-retry-after</c>); it is granted up to five seconds beyond ours.</param>
    public TimeSpan Delay(int attempt, bool isThrottling, TimeSpan? retryAfter)
    {
        TimeSpan start = isThrottling ? ThrottlingBase : transientBase;
        double doubled = start.TotalSeconds * Math.Pow(2, attempt - 1);
        TimeSpan delay = _random() * TimeSpan.FromSeconds(Math.Min(doubled, Longest.TotalSeconds));
        TimeSpan latest = delay + LongestExtension;
        return retryAfter is not { } asked || asked <= delay ? delay
            : asked < latest ? asked
            : latest;
    }
}
