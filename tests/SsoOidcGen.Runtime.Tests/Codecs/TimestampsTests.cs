using System.Text;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.Codecs;

public sealed class TimestampsTests
{
    private static readonly DateTimeOffset s_time = new(2026, 1, 31, 8, 5, 9, TimeSpan.Zero);

    [Fact]
    public void A_time_is_written_in_three_forms()
    {
        DateTimeOffset elsewhere = s_time.AddMilliseconds(120).ToOffset(TimeSpan.FromHours(2));

        Assert.Equal("2026-01-31T08:05:09.12Z", Timestamps.ToDateTime(elsewhere));
        Assert.Equal("2026-01-31T08:05:09Z", Timestamps.ToDateTime(s_time));
        Assert.Equal("Sat, 31 Jan 2026 08:05:09 GMT", Timestamps.ToHttpDate(elsewhere));
        Assert.Equal("1769846709.12", Timestamps.ToEpochSeconds(elsewhere));
        Assert.Equal("1769846709", Timestamps.ToEpochSeconds(s_time));
        Assert.Equal("-0.5", Timestamps.ToEpochSeconds(DateTimeOffset.UnixEpoch.AddSeconds(-0.5)));
    }

    [Theory]
    [InlineData("2026-01-31T08:05:09Z", 0)]
    [InlineData("2026-01-31T08:05:09.1Z", 1_000_000)]
    [InlineData("2026-01-31T08:05:09.1234567Z", 1_234_567)]
    [InlineData("2026-01-31T08:05:09.12345678Z", 1_234_568)]
    [InlineData("2026-01-31T10:05:09.5+02:00", 5_000_000)]
    [InlineData("Sat, 31 Jan 2026 08:05:09 GMT", 0)]
    [InlineData("Sat, 31 Jan 2026 08:05:09 UTC", 0)]
    [InlineData("2026-01-31T08:05:09", 0)]
    [InlineData("1769846709", 0)]
    [InlineData("1769846709.5", 5_000_000)]
    [InlineData("1.769846709e9", 0)]
    public void A_time_is_read_in_each_form(string text, long ticks)
    {
        Assert.Equal(s_time.AddTicks(ticks), Timestamps.Parse(text));
        Assert.True(Timestamps.TryParse(Encoding.UTF8.GetBytes(text), out DateTimeOffset value));
        Assert.Equal(s_time.AddTicks(ticks), value);
        Assert.Equal(TimeSpan.Zero, value.Offset);
    }

    [Theory]
    [InlineData("-62135596800", true)]
    [InlineData("-62135596800.0000001", false)]
    [InlineData("253402300799.9999999", true)]
    [InlineData("253402300800", false)]
    [InlineData("0001-01-01T00:00:00Z", true)]
    [InlineData("9999-12-31T23:59:59.9999999Z", true)]
    [InlineData("10000-01-01T00:00:00Z", false)]
    [InlineData("2026-02-30T00:00:00Z", false)]
    [InlineData("2026-01-31X08:05:09Z", false)]
    [InlineData("2026-01-31T08:05:0xZ", false)]
    [InlineData("2026-01-31T08:05:09.123x567Z", false)]
    [InlineData("yesterday", false)]
    [InlineData("", false)]
    public void Only_what_is_in_the_years_1_to_9999_is_a_time(string text, bool isTime)
    {
        Assert.Equal(isTime, Timestamps.TryParse(text, out _));
        Assert.Equal(isTime, Timestamps.TryParse(Encoding.UTF8.GetBytes(text), out _));
        if (!isTime)
        {
            MalformedContentException error = Assert.Throws<MalformedContentException>(() => Timestamps.Parse(text));
            Assert.Equal(
                "Expected a timestamp in the years 1 to 9999: epoch seconds, RFC 3339 or an HTTP date.",
                error.Message
            );
            Assert.Null(error.Position);
        }
    }
}
