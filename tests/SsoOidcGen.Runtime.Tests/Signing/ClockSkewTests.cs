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

    [Theory]
    [InlineData("AuthFailure", true)]
    [InlineData("InvalidSignatureException", true)]
    [InlineData("RequestExpired", true)]
    [InlineData("RequestInTheFuture", true)]
    [InlineData("RequestTimeTooSkewed", true)]
    [InlineData("SignatureDoesNotMatch", true)]
    [InlineData("AccessDeniedException", true)]
    [InlineData("AccessDenied", false)]
    [InlineData("", false)]
    public void Only_errors_that_a_wrong_clock_can_cause_correct_it(string code, bool isCorrected) =>
        Assert.Equal(isCorrected, new ClockSkew(_clock).TryCorrect(code, _clock.GetUtcNow().AddHours(1)));

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void A_difference_of_four_minutes_to_seven_days_is_corrected(int sign)
    {
        Assert.True(Corrects(sign * TimeSpan.FromMinutes(4)));
        Assert.False(Corrects(sign * (TimeSpan.FromMinutes(4) - TimeSpan.FromTicks(1))));
        Assert.True(Corrects(sign * TimeSpan.FromDays(7)));
        Assert.False(Corrects(sign * (TimeSpan.FromDays(7) + TimeSpan.FromTicks(1))));
    }

    private bool Corrects(TimeSpan difference)
    {
        ClockSkew skew = new(_clock);
        bool isCorrected = skew.TryCorrect("RequestExpired", _clock.GetUtcNow() + difference);
        Assert.Equal(isCorrected ? difference : TimeSpan.Zero, skew.Offset);
        return isCorrected;
    }
}
