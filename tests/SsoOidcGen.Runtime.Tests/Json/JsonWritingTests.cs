using System.Buffers;
using System.Text;
using System.Text.Json;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.Json;

public sealed class JsonWritingTests
{
    [Theory]
    [InlineData(1.5, "1.5", "1.5")]
    [InlineData(0.1, "0.1", "0.1")]
    [InlineData(-0.0, "-0", "-0")]
    [InlineData(double.NaN, "\"NaN\"", "\"NaN\"")]
    [InlineData(double.PositiveInfinity, "\"Infinity\"", "\"Infinity\"")]
    [InlineData(double.NegativeInfinity, "\"-Infinity\"", "\"-Infinity\"")]
    public void Numbers_that_JSON_cannot_hold_are_words(double value, string asDouble, string asSingle)
    {
        Assert.Equal(asDouble, Written(writer => writer.WriteDoubleValue(value)));
        Assert.Equal(asSingle, Written(writer => writer.WriteSingleValue((float)value)));
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1_700_000_000_000, "1700000000")]
    [InlineData(1_700_000_000_120, "1700000000.12")]
    [InlineData(-500, "-0.5")]
    public void A_timestamp_is_its_seconds_since_1970(long milliseconds, string expected) =>
        Assert.Equal(
            expected,
            Written(writer => writer.WriteEpochSecondsValue(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)))
        );

    [Fact]
    public void Text_is_escaped_no_further_than_JSON_asks_for() =>
        Assert.Equal("\"ü<&>'+/\\\"\"", Written(static writer => writer.WriteStringValue("ü<&>'+/\"")));

    private static string Written(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> output = new();
        using (Utf8JsonWriter writer = new(output, JsonText.WriterOptions))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
