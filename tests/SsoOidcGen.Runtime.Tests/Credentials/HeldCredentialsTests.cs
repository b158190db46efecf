namespace SsoOidcGen.Runtime.Tests;

/// <summary>When credentials are replaced: early, while callers still use them, and late, when callers have to wait.</summary>
public sealed class HeldCredentialsTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(3600, 2700, 3540)]
    [InlineData(12 * 3600, (12 * 3600) - 900, (12 * 3600) - 60)]
    [InlineData(2700, 1800, 2640)]
    [InlineData(1800, 1200, 1740)]
    [InlineData(360, 240, 300)]
    [InlineData(180, 120, 150)]
    [InlineData(0, 0, 0)]
    [InlineData(-60, -60, -60)]
    public void It_depends_on_how_long_they_last(int lifetime, int early, int late)
    {
        HeldCredentials held = new(
            new AwsCredentials("AKID", "secret") { Expiration = Start.AddSeconds(lifetime) },
            Start
        );

        Assert.False(held.ShouldBeReplaced(Start.AddSeconds(early).AddTicks(-1)));
        Assert.True(held.ShouldBeReplaced(Start.AddSeconds(early)));
        Assert.False(held.MustBeReplaced(Start.AddSeconds(late).AddTicks(-1)));
        Assert.True(held.MustBeReplaced(Start.AddSeconds(late)));
    }

    [Fact]
    public void Without_an_end_they_are_never_replaced()
    {
        HeldCredentials held = new(new AwsCredentials("AKID", "secret"), Start);

        Assert.False(held.ShouldBeReplaced(DateTimeOffset.MaxValue));
        Assert.False(held.MustBeReplaced(DateTimeOffset.MaxValue));
    }
}
