namespace SsoOidcGen.Runtime;

/// <summary>The tokens that a client may spend on retries, so that an outage is not made worse. Thread-safe.</summary>
/// <param name="service">The id of the service that the client calls.</param>
internal sealed class RetryQuota(string service)
{
    public const int Capacity = 500;
    private const int ThrottlingCost = 5;
    private const int TransientCost = 14;
    private const int FirstAttemptReward = 1;

    private int _available = Capacity;
    private int _isMeasured;

    public string Service => service;

    public int Available => Volatile.Read(ref _available);

    /// <returns>Whether this is the first time.</returns>
    public bool TryMarkAsMeasured() => _isMeasured == 0 && Interlocked.Exchange(ref _isMeasured, 1) == 0;

    /// <summary>Pays for one retry.</summary>
    /// <param name="isThrottling">Whether the service asked for fewer calls.</param>
    /// <param name="cost">What was paid, for <see cref="Release"/>.</param>
    /// <returns>False, and nothing is paid, when too little is left.</returns>
    public bool TryAcquire(bool isThrottling, out int cost)
    {
        cost = isThrottling ? ThrottlingCost : TransientCost;
        int available = Available;
        while (available >= cost)
        {
            int before = Interlocked.CompareExchange(ref _available, available - cost, available);
            if (before == available)
            {
                return true;
            }

            available = before;
        }

        return false;
    }

    /// <summary>Rewards a success.</summary>
    /// <param name="cost">What the call's last retry cost; 0 when it needed none.</param>
    public void Release(int cost)
    {
        int reward = cost == 0 ? FirstAttemptReward : cost;
        int available = Available;
        while (available < Capacity)
        {
            int after = Math.Min(available + reward, Capacity);
            int before = Interlocked.CompareExchange(ref _available, after, available);
            if (before == available)
            {
                return;
            }

            available = before;
        }
    }
}
