using System.Buffers;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.Codecs.Cbor;

/// <summary>The bytes of RFC 8949, appendix A, and of the edges of its heads.</summary>
public sealed class CborWriterTests
{
    [Theory]
    [InlineData(0, "00")]
    [InlineData(23, "17")]
    [InlineData(24, "1818")]
    [InlineData(255, "18FF")]
    [InlineData(256, "190100")]
    [InlineData(65_535, "19FFFF")]
    [InlineData(65_536, "1A00010000")]
    [InlineData(4_294_967_295, "1AFFFFFFFF")]
    [InlineData(4_294_967_296, "1B0000000100000000")]
    [InlineData(long.MaxValue, "1B7FFFFFFFFFFFFFFF")]
    [InlineData(-1, "20")]
    [InlineData(-24, "37")]
    [InlineData(-25, "3818")]
    [InlineData(-256, "38FF")]
    [InlineData(-257, "390100")]
    [InlineData(long.MinValue, "3B7FFFFFFFFFFFFFFF")]
    public void An_integer_takes_as_few_bytes_as_it_can(long value, string expected) =>
        Assert.Equal(expected, Written(writer => writer.WriteInteger(value)));

    [Fact]
    public void Each_kind_of_value_has_its_own_form()
    {
        Assert.Equal("BFFF", Written(static writer => Map(writer)));
        Assert.Equal("82F5F4", Written(static writer => List(writer)));
        Assert.Equal("9FFF", Written(static writer => OpenList(writer)));
        Assert.Equal("F6", Written(static writer => writer.WriteNull()));
        Assert.Equal("FA3FC00000", Written(static writer => writer.WriteSingle(1.5f)));
        Assert.Equal("FB3FF199999999999A", Written(static writer => writer.WriteDouble(1.1)));
        Assert.Equal("62C3BC", Written(static writer => writer.WriteString("ü")));
        Assert.Equal("60", Written(static writer => writer.WriteString("")));
        Assert.Equal("6161", Written(static writer => writer.WriteName("a")));
        Assert.Equal("6161", Written(static writer => writer.WriteName("a"u8)));
        Assert.Equal("4401020304", Written(static writer => writer.WriteBlob([1, 2, 3, 4])));
    }

    [Theory]
    [InlineData(0, "C100")]
    [InlineData(1_363_896_240_000, "C11A514B67B0")]
    [InlineData(1_363_896_240_500, "C1FB41D452D9EC200000")]
    [InlineData(-1_000, "C120")]
    [InlineData(-500, "C1FBBFE0000000000000")]
    public void A_timestamp_has_a_fraction_only_where_it_needs_one(long milliseconds, string expected) =>
        Assert.Equal(
            expected,
            Written(writer => writer.WriteTimestamp(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)))
        );

    private static void Map(CborWriter writer)
    {
        writer.WriteStartMap();
        writer.WriteEndMap();
    }

    private static void List(CborWriter writer)
    {
        writer.WriteStartList(2);
        writer.WriteBoolean(true);
        writer.WriteBoolean(false);
    }

    private static void OpenList(CborWriter writer)
    {
        writer.WriteStartList();
        writer.WriteEndMap();
    }

    private static string Written(Action<CborWriter> write)
    {
        ArrayBufferWriter<byte> output = new();
        write(new CborWriter(output));
        return Convert.ToHexString(output.WrittenSpan);
    }
}
