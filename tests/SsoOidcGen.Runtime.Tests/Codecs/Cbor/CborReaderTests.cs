using System.Text;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.Codecs.Cbor;

/// <summary>Bytes by hand, where random ones seldom come by.</summary>
public sealed class CborReaderTests
{
    private delegate T Read<T>(ref CborReader reader);

    [Theory]
    [InlineData("17", 23)]
    [InlineData("1818", 24)]
    [InlineData("1900ff", 255)]
    [InlineData("1b000000000000000a", 10)]
    [InlineData("20", -1)]
    [InlineData("3b7fffffffffffffff", long.MinValue)]
    [InlineData("1b7fffffffffffffff", long.MaxValue)]
    [InlineData("f94500", 5)]
    [InlineData("fa40a00000", 5)]
    [InlineData("fb4014000000000000", 5)]
    [InlineData("fbc3e0000000000000", long.MinValue)]
    public void Integers_come_in_every_width(string hex, long expected) =>
        Assert.Equal(expected, Value(hex, CborValue.ReadInt64));

    [Theory]
    [InlineData("1b8000000000000000")]
    [InlineData("3b8000000000000000")]
    [InlineData("f93e00")]
    [InlineData("f97e00")]
    [InlineData("fb43e0000000000000")]
    public void Numbers_that_are_no_64_bit_integers_are_refused(string hex) => Refused(hex, CborValue.ReadInt64);

    [Theory]
    [InlineData("1a80000000")]
    [InlineData("3a80000000")]
    public void Numbers_that_are_no_32_bit_integers_are_refused(string hex) => Refused(hex, CborValue.ReadInt32);

    [Theory]
    [InlineData("f90001", 5.960464477539063e-8)]
    [InlineData("f97bff", 65504)]
    [InlineData("f9fc00", double.NegativeInfinity)]
    [InlineData("f97e01", double.NaN)]
    [InlineData("fa7f800000", double.PositiveInfinity)]
    [InlineData("1864", 100)]
    [InlineData("3863", -100)]
    [InlineData("3bffffffffffffffff", -18446744073709551616.0)]
    public void Numbers_come_in_every_width(string hex, double expected) =>
        Assert.Equal(expected, Value(hex, CborValue.ReadDouble));

    [Theory]
    [InlineData("c100", "1970-01-01T00:00:00.000Z")]
    [InlineData("c13a5f5e0fff", "1919-04-20T11:33:20.000Z")]
    [InlineData("c1fb3ff004189374bc6a", "1970-01-01T00:00:01.001Z")]
    [InlineData("c1f93e00", "1970-01-01T00:00:01.500Z")]
    [InlineData("1a3b9aca00", "2001-09-09T01:46:40.000Z")]
    public void Timestamps_are_seconds(string hex, string expected) =>
        Assert.Equal(expected, Value(hex, CborValue.ReadTimestamp).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", null));

    [Theory]
    [InlineData("c06a323032362d30312d3031")]
    [InlineData("c16130")]
    [InlineData("c1f97e00")]
    [InlineData("c11b00ffffffffffffff")]
    [InlineData("c1fb7fefffffffffffff")]
    public void Other_timestamps_are_refused(string hex) => Refused(hex, CborValue.ReadTimestamp);

    [Theory]
    [InlineData("7f61616162ff", "ab")]
    [InlineData("7fff", "")]
    [InlineData("62c3bc", "ü")]
    public void Strings_come_whole_or_in_chunks(string hex, string expected) =>
        Assert.Equal(expected, Value(hex, CborValue.ReadString));

    [Theory]
    [InlineData("7f4161ff")]
    [InlineData("7f7f6161ffff")]
    [InlineData("7f6161")]
    [InlineData("61c3")]
    [InlineData("7f61c361bcff")]
    [InlineData("7bffffffffffffffff")]
    [InlineData("7a7fffffff6161")]
    [InlineData("4161")]
    public void Other_strings_are_refused(string hex) => Refused(hex, CborValue.ReadString);

    [Theory]
    [InlineData("a1616101")]
    [InlineData("bf616101ff")]
    [InlineData("a2616201616101")]
    [InlineData("bf6162f6616101ff")]
    [InlineData("a3616200616101616200")]
    [InlineData("a20102616101")]
    [InlineData("a24161f5616101")]
    public void A_member_is_found_among_others(string hex) =>
        Assert.Equal(
            1,
            Value(
                hex,
                (ref CborReader reader) =>
                {
                    long found = 0;
                    reader.ExpectObject();
                    while (reader.NextMember(out ReadOnlySpan<byte> name))
                    {
                        if (name.SequenceEqual("a"u8))
                        {
                            found = reader.ReadInt64();
                        }
                        else
                        {
                            reader.Skip();
                        }
                    }

                    return found;
                }
            )
        );

    [Theory]
    [InlineData("80", 0)]
    [InlineData("83f6010f", 2)]
    [InlineData("9ff601f70fff", 2)]
    public void Nulls_of_a_list_are_left_out(string hex, int count) =>
        Assert.Equal(
            count,
            Value(hex, (ref CborReader reader) => CborValue.ReadList(ref reader, CborValue.ReadInt64)).Count
        );

    [Fact]
    public void Nulls_of_a_sparse_list_and_map_count()
    {
        Assert.Equal(
            [null, 1L],
            Value("82f601", (ref CborReader reader) => CborValue.ReadSparseValueList(ref reader, CborValue.ReadInt64))
        );
        Assert.Equal(
            [new("a", null), new("b", "x")],
            Value(
                "a26161f661626178",
                (ref CborReader reader) => CborValue.ReadSparseMap(ref reader, CborValue.ReadString)
            )
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("1c")]
    [InlineData("1f")]
    [InlineData("3f")]
    [InlineData("df00")]
    [InlineData("e0")]
    [InlineData("f3")]
    [InlineData("f8")]
    [InlineData("f8ff")]
    [InlineData("fc")]
    [InlineData("ff")]
    [InlineData("81ff")]
    [InlineData("9b7fffffffffffffff00")]
    [InlineData("8200")]
    [InlineData("a16161")]
    [InlineData("bf6161ff")]
    [InlineData("bb7fffffffffffffff616100")]
    [InlineData("c16161")]
    [InlineData("a1616161c3")]
    [InlineData("a161c300")]
    [InlineData("8000")]
    public void What_is_malformed_is_refused_even_where_it_is_skipped(string hex) =>
        Refused(
            hex,
            (ref CborReader reader) =>
            {
                reader.Skip();
                return 0;
            }
        );

    [Theory]
    [InlineData("81")]
    [InlineData("9f")]
    [InlineData("a100")]
    [InlineData("c2")]
    public void Nesting_ends_at_128_levels(string opening)
    {
        byte[] content = [.. Enumerable.Repeat(Convert.FromHexString(opening), 200).SelectMany(bytes => bytes)];

        MalformedContentException exception = Assert.Throws<MalformedContentException>(() =>
        {
            CborReader reader = new(content);
            reader.Skip();
        });

        Assert.Contains("128", exception.Message, StringComparison.Ordinal);
        Assert.Equal(128 * opening.Length / 2, exception.Position);
    }

    [Fact]
    public void A_union_has_one_member()
    {
        Assert.Equal("a", Value("a2665f5f74797065617861610f", Union));
        Refused("a261610f61620f", Union);
    }

    private static string Union(ref CborReader reader)
    {
        string? found = null;
        reader.ExpectObject();
        while (reader.NextUnionMember(found, out ReadOnlySpan<byte> name))
        {
            found = reader.SkipNamed(name);
        }

        return found ?? throw CborUnions.Empty(ref reader, "Probe");
    }

    [Fact]
    public void A_union_without_a_member_is_refused() => Refused("a0", Union);

    private static T Value<T>(string hex, Read<T> read)
    {
        CborReader reader = new(Convert.FromHexString(hex));
        T value = read(ref reader);
        Assert.Equal(hex.Length / 2, reader.Position);
        return value;
    }

    private static void Refused<T>(string hex, Read<T> read) =>
        Assert.Throws<MalformedContentException>(() =>
        {
            CborReader reader = new(Convert.FromHexString(hex));
            return read(ref reader);
        });
}
