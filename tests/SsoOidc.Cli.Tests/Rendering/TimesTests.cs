namespace SsoOidc.Cli.Tests.Rendering;

public class TimesTests
{
    [Theory]
    [InlineData(0, "0:00")]
    [InlineData(-5, "0:00")]
    [InlineData(0.1, "0:01")]
    [InlineData(59, "0:59")]
    [InlineData(59.5, "1:00")]
    [InlineData(60, "1:00")]
    [InlineData(545, "9:05")]
    [InlineData(3600, "60:00")]
    public void What_is_left_is_rounded_up_to_seconds(double seconds, string text) =>
        Assert.Equal(text, Times.Left(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void Scripts_get_UTC_and_people_their_own_time()
    {
        DateTimeOffset time = new(2026, 1, 31, 1, 2, 3, TimeSpan.FromHours(2));

        Assert.Equal("2026-01-30T23:02:03Z", Times.Iso(time));
        Assert.Equal($"{time.ToLocalTime():yyyy-MM-dd HH:mm}", Times.Clock(time));
    }
}
