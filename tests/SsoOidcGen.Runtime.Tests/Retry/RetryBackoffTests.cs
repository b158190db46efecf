using CsCheck;

namespace SsoOidcGen.Runtime.Tests;

public sealed class RetryBackoffTests
{
    private static readonly double[] Doubling = [0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8, 20, 20];

    [Fact]
    public void The_wait_doubles_to_twenty_seconds()
    {
        RetryBackoff backoff = new(RetryBackoff.TransientBase, () => 1);

        Assert.Equal(Doubling, Doubling.Select((_, i) => backoff.Delay(i + 1, isThrottling: false, null).TotalSeconds));
    }

    [Fact]
    public void Throttling_starts_at_a_second_and_DynamoDB_at_half_the_usual()
    {
        RetryBackoff usual = new(RetryBackoff.TransientBase, () => 1);
        RetryBackoff dynamoDb = new(RetryBackoff.DynamoDbBase, () => 1);

        Assert.Equal(4, usual.Delay(3, isThrottling: true, null).TotalSeconds);
        Assert.Equal(0.1, dynamoDb.Delay(3, isThrottling: false, null).TotalSeconds);
    }

    [Theory]
    [InlineData(1500, 1.5)]
    [InlineData(0, 0.05)]
    [InlineData(10000, 5.05)]
    [InlineData(null, 0.05)]
    public void The_service_may_lengthen_the_wait_by_five_seconds(int? milliseconds, double expected)
    {
        RetryBackoff backoff = new(RetryBackoff.TransientBase, () => 1);
        TimeSpan? retryAfter = milliseconds is { } ms ? TimeSpan.FromMilliseconds(ms) : null;

        Assert.Equal(expected, backoff.Delay(1, isThrottling: false, retryAfter).TotalSeconds, 6);
    }

    [Fact]
    public void The_wait_is_random_below_its_bound() =>
        Gen.Select(Gen.Double.Unit, Gen.Int[1, 1000], Gen.Bool)
            .Sample(
                (random, attempt, isThrottling) =>
                {
                    TimeSpan bound = new RetryBackoff(RetryBackoff.TransientBase, () => 1).Delay(
                        attempt,
                        isThrottling,
                        null
                    );
                    TimeSpan delay = new RetryBackoff(RetryBackoff.TransientBase, () => random).Delay(
                        attempt,
                        isThrottling,
                        null
                    );
                    return Math.Abs((delay - (random * bound)).Ticks) <= 1 && bound <= TimeSpan.FromSeconds(20);
                }
            );
}
