using System.Text;
using System.Text.Json;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.Json;

public sealed class LooseIntegerTests
{
    [Theory]
    [InlineData("28800", 28800)]
    [InlineData("28800.0", 28800)]
    [InlineData("28800.9", 28800)]
    [InlineData("-1.5", -1)]
    [InlineData("2.88e4", 28800)]
    [InlineData("\"28800\"", 28800)]
    [InlineData("\"-7\"", -7)]
    [InlineData("2147483647.0", int.MaxValue)]
    public void An_integer_is_read_however_it_is_written(string json, int expected)
    {
        Assert.Equal(expected, Read(json, JsonValue.ReadInt32));
        Assert.Equal(expected, Read(json, JsonValue.ReadInt64));
    }

    [Theory]
    [InlineData("2147483648")]
    [InlineData("-2147483649.0")]
    [InlineData("\"2147483648\"")]
    [InlineData("1e400")]
    [InlineData("\"\"")]
    [InlineData("\"eight hours\"")]
    [InlineData("true")]
    [InlineData("[28800]")]
    public void What_is_no_integer_or_out_of_range_is_refused(string json) =>
        Assert.Throws<MalformedContentException>(() => Read(json, JsonValue.ReadInt32));

    [Theory]
    [InlineData("9223372036854775807.0", long.MaxValue)]
    [InlineData("\"-9223372036854775808\"", long.MinValue)]
    public void Long_integers_lose_no_digit(string json, long expected) =>
        Assert.Equal(expected, Read(json, JsonValue.ReadInt64));

    [Theory]
    [InlineData("9223372036854775808")]
    [InlineData("\"-9223372036854775809\"")]
    public void Long_integers_do_not_wrap_around(string json) =>
        Assert.Throws<MalformedContentException>(() => Read(json, JsonValue.ReadInt64));

    private static T Read<T>(string json, JsonValueReader<T> read)
    {
        Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return read(ref reader);
    }
}
