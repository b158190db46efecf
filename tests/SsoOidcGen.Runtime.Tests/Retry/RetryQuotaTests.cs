namespace SsoOidcGen.Runtime.Tests;

public sealed class RetryQuotaTests
{
    [Theory]
    [InlineData(true, 495)]
    [InlineData(false, 486)]
    public void A_retry_costs_less_when_the_service_throttles(bool isThrottling, int left)
    {
        RetryQuota quota = new("Probe");

        Assert.True(quota.TryAcquire(isThrottling, out int cost));
        Assert.Equal(left, quota.Available);

        quota.Release(cost);
        Assert.Equal(RetryQuota.Capacity, quota.Available);
    }

    [Fact]
    public void Nothing_is_paid_when_too_little_is_left()
    {
        RetryQuota quota = new("Probe");
        int retries = 0;
        while (quota.TryAcquire(isThrottling: false, out _))
        {
            retries++;
        }

        Assert.Equal(35, retries);
        Assert.Equal(10, quota.Available);
        Assert.True(quota.TryAcquire(isThrottling: true, out _));
    }

    [Fact]
    public void A_success_at_once_gives_one_token_back_and_never_more_than_there_were()
    {
        RetryQuota quota = new("Probe");
        quota.TryAcquire(isThrottling: true, out _);

        quota.Release(cost: 0);
        Assert.Equal(496, quota.Available);

        quota.Release(cost: 14);
        Assert.Equal(RetryQuota.Capacity, quota.Available);
    }

    [Fact]
    public void Threads_never_spend_a_token_twice()
    {
        RetryQuota quota = new("Probe");
        int acquired = 0;

        Parallel.For(
            0,
            1000,
            _ =>
            {
                if (quota.TryAcquire(isThrottling: true, out int _))
                {
                    Interlocked.Increment(ref acquired);
                }
            }
        );

        Assert.Equal(100, acquired);
        Assert.Equal(0, quota.Available);
    }
}
