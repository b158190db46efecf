using Microsoft.Extensions.Time.Testing;

namespace SsoOidcGen.Runtime.Tests;

public sealed class ClockSkewTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void A_refused_signature_sets_a_clock_right_that_is_off(int direction)
    {
        ClockSkew skew = new(_clock);
        DateTimeOffset serverTime = _clock.GetUtcNow() + (direction * TimeSpan.FromHours(1));

        Assert.True(skew.TryCorrect("RequestTimeTooSkewed", serverTime));
        Assert.Equal(serverTime, skew.Now);

        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(serverTime.AddMinutes(1), skew.Now);
        Assert.False(skew.TryCorrect("RequestTimeTooSkewed", serverTime.AddMinutes(1)));
    }

    [Theory]
    [InlineData("AccessDeniedException", 3)]
    [InlineData("InvalidGrantException", 60)]
    [InlineData(null, 60)]
    public void Nothing_is_corrected_for_another_reason_or_a_small_difference(string? code, int minutes)
    {
        ClockSkew skew = new(_clock);

        Assert.False(skew.TryCorrect(code, _clock.GetUtcNow().AddMinutes(minutes)));
        Assert.False(skew.TryCorrect(code, serverTime: null));
        Assert.Equal(_clock.GetUtcNow(), skew.Now);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(-8)]
    [InlineData(2_900_000)]
    public void An_absurd_date_changes_nothing(int days)
    {
        ClockSkew skew = new(_clock);

        Assert.False(skew.TryCorrect("RequestTimeTooSkewed", _clock.GetUtcNow().AddDays(days)));
        Assert.Equal(_clock.GetUtcNow(), skew.Now);
    }

    [Fact]
    public void A_clock_that_is_off_by_days_is_still_set_right()
    {
        ClockSkew skew = new(_clock);

        Assert.True(skew.TryCorrect("RequestExpired", _clock.GetUtcNow().AddDays(6)));
        Assert.Equal(_clock.GetUtcNow().AddDays(6), skew.Now);
    }
}
