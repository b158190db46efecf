using System.Diagnostics.Metrics;

namespace SsoOidcGen.Runtime;

/// <summary>Measures the quotas of the clients that are in use, when a listener asks. It keeps no client alive.</summary>
internal static class RetryQuotaGauge
{
    private static readonly List<WeakReference<RetryQuota>> s_quotas = [];

    static RetryQuotaGauge() =>
        Instruments.Meter.CreateObservableGauge(
            "ssooidcgen.client.retry_quota",
            Observe,
            unit: "{token}",
            description: "Tokens that a client has left for retries."
        );

    /// <summary>Adds the quota of a client, unless it is there.</summary>
    public static void Add(RetryQuota quota)
    {
        if (quota.TryMarkAsMeasured())
        {
            lock (s_quotas)
            {
                s_quotas.RemoveAll(static quota => !quota.TryGetTarget(out _));
                s_quotas.Add(new WeakReference<RetryQuota>(quota));
            }
        }
    }

    private static List<Measurement<int>> Observe()
    {
        List<Measurement<int>> found = [];
        lock (s_quotas)
        {
            foreach (WeakReference<RetryQuota> reference in s_quotas)
            {
                if (reference.TryGetTarget(out RetryQuota? quota))
                {
                    found.Add(
                        new(quota.Available, new KeyValuePair<string, object?>("ssooidcgen.service", quota.Service))
                    );
                }
            }
        }

        return found;
    }
}
