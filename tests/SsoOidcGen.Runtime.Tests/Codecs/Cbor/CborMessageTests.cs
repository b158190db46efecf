using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.Codecs.Cbor;

/// <summary>What is wrong with an item is named, with the byte at which it is.</summary>
public sealed class CborMessageTests
{
    private delegate object? Read(ref CborReader reader);

    private static readonly Dictionary<string, Read> s_readers = new()
    {
        ["string"] = static (ref CborReader reader) => CborValue.ReadString(ref reader),
        ["blob"] = static (ref CborReader reader) => CborValue.ReadBlob(ref reader),
        ["boolean"] = static (ref CborReader reader) => CborValue.ReadBoolean(ref reader),
        ["int"] = static (ref CborReader reader) => CborValue.ReadInt32(ref reader),
        ["long"] = static (ref CborReader reader) => CborValue.ReadInt64(ref reader),
        ["double"] = static (ref CborReader reader) => CborValue.ReadDouble(ref reader),
        ["time"] = static (ref CborReader reader) => CborValue.ReadTimestamp(ref reader),
        ["list"] = static (ref CborReader reader) => CborValue.ReadList(ref reader, CborValue.ReadInt64),
        ["map"] = static (ref CborReader reader) => CborValue.ReadMap(ref reader, CborValue.ReadInt64),
        ["union"] = static (ref CborReader reader) => Union(ref reader),
        ["skip"] = static (ref CborReader reader) => Skip(ref reader),
    };

    [Theory]
    [InlineData("string", "01", "Expected a text string but found 0x01 at byte 0.")]
    [InlineData("string", "6261", "An item is longer than the content at byte 0.")]
    [InlineData("string", "61c3", "Expected UTF-8 at byte 0.")]
    [InlineData("string", "7f6161", "The content ends in the middle of an item at byte 3.")]
    [InlineData("string", "7f616141", "Expected a chunk of the same type but found 0x41 at byte 3.")]
    [InlineData("string", "7f616161c3ff", "Expected UTF-8 at byte 3.")]
    [InlineData("string", "7c", "An item has a head that CBOR does not know at byte 0.")]
    [InlineData("blob", "6161", "Expected a byte string but found 0x61 at byte 0.")]
    [InlineData("blob", "5a00000002ff", "An item is longer than the content at byte 0.")]
    [InlineData("boolean", "01", "Expected a boolean but found 0x01 at byte 0.")]
    [InlineData("boolean", "", "The content ends in the middle of an item at byte 0.")]
    [InlineData("int", "1a80000000", "Expected a 32-bit integer at byte 0.")]
    [InlineData("int", "3a80000000", "Expected a 32-bit integer at byte 0.")]
    [InlineData("int", "6161", "Expected an integer but found 0x61 at byte 0.")]
    [InlineData("long", "1b8000000000000000", "Expected a 64-bit integer at byte 0.")]
    [InlineData("long", "3b8000000000000000", "Expected a 64-bit integer at byte 0.")]
    [InlineData("long", "f93e00", "Expected a 64-bit integer at byte 0.")]
    [InlineData("long", "1b00", "The content ends in the middle of an item at byte 1.")]
    [InlineData("double", "f5", "Expected a number but found 0xF5 at byte 0.")]
    [InlineData("time", "c200", "Expected a timestamp, tagged with 1, at byte 0.")]
    [InlineData("time", "c16161", "Expected a number but found 0x61 at byte 1.")]
    [InlineData("time", "fb426d7b7f1f4c0000", "Expected a timestamp in the years 1 to 9999 at byte 0.")]
    [InlineData("list", "a0", "Expected an array but found 0xA0 at byte 0.")]
    [InlineData("list", "8201", "An item is longer than the content at byte 0.")]
    [InlineData("list", "810102", "Expected the end of the content at byte 2.")]
    [InlineData("list", "81", "An item is longer than the content at byte 0.")]
    [InlineData("map", "80", "Expected a map but found 0x80 at byte 0.")]
    [InlineData("map", "a16161", "The content ends in the middle of an item at byte 3.")]
    [InlineData("map", "a1616101ff", "Expected the end of the content at byte 4.")]
    [InlineData("union", "a261610f61620f", "A union has a second member at byte 6.")]
    [InlineData("union", "a0", "The union Probe has no member at byte 1.")]
    [InlineData("union", "a1665f5f747970656161", "The union Probe has no member at byte 10.")]
    [InlineData("skip", "ff", "Expected a value but found 0xFF at byte 0.")]
    [InlineData("skip", "e0", "Expected a value but found 0xE0 at byte 0.")]
    [InlineData("skip", "f8ff", "Expected a value but found 0xF8 at byte 0.")]
    [InlineData("skip", "c16161", "Expected a number in a timestamp at byte 0.")]
    [InlineData("skip", "9f00", "The content ends in the middle of an item at byte 2.")]
    [InlineData("skip", "f93e", "The content ends in the middle of an item at byte 1.")]
    public void The_first_error_is_named_at_its_byte(string kind, string hex, string expected) =>
        Assert.Equal(
            expected,
            Assert
                .Throws<MalformedContentException>(() =>
                {
                    CborReader reader = new(Convert.FromHexString(hex));
                    s_readers[kind](ref reader);
                })
                .Message
        );

    [Theory]
    [InlineData("c1fbc2cd0bd3d400000000", false)]
    [InlineData("c13b0000000e7791f6ff", true)]
    [InlineData("c13b0000000e7791f700", false)]
    [InlineData("c11b0000003afff4417f", true)]
    [InlineData("c11b0000003afff44180", false)]
    public void A_timestamp_is_in_the_years_1_to_9999(string hex, bool isAccepted)
    {
        Exception? error = Record.Exception(() =>
        {
            CborReader reader = new(Convert.FromHexString(hex));
            CborValue.ReadTimestamp(ref reader);
        });

        Assert.Equal(isAccepted ? null : "Expected a timestamp in the years 1 to 9999 at byte 0.", error?.Message);
    }

    [Theory]
    [InlineData("c100")]
    [InlineData("c120")]
    [InlineData("c1f93e00")]
    [InlineData("c16161", false)]
    [InlineData("c26161")]
    [InlineData("f4")]
    [InlineData("f7")]
    [InlineData("5f4101ff")]
    [InlineData("bf6161019f02ffff", false)]
    [InlineData("bf61619f02ffff")]
    public void What_nobody_wants_is_skipped_if_it_is_sound(string hex, bool isSound = true)
    {
        Exception? error = Record.Exception(() =>
        {
            CborReader reader = new(Convert.FromHexString(hex));
            reader.Skip();
            Assert.Equal(hex.Length / 2, reader.Position);
        });

        Assert.Equal(isSound, error is null);
    }

    [Fact]
    public void An_integer_as_a_number_has_all_its_values()
    {
        Assert.Equal(9_223_372_036_854_774_784, ReadAs("fb43dfffffffffffff", CborValue.ReadInt64));
        Assert.Equal(-1.0 - ulong.MaxValue, ReadAs("3bffffffffffffffff", CborValue.ReadDouble));
        Assert.Equal(int.MaxValue, ReadAs("1a7fffffff", CborValue.ReadInt32));
        Assert.Equal(int.MinValue, ReadAs("3a7fffffff", CborValue.ReadInt32));
        Assert.Equal(1.5f, ReadAs("f93e00", CborValue.ReadSingle));
        Assert.Equal([1, 2], ReadAs("420102", CborValue.ReadBlob).ToArray());
        Assert.Equal([1, 2, 3], ReadAs("5f42010241 03ff".Replace(" ", ""), CborValue.ReadBlob).ToArray());
        Assert.Equal("abc", ReadAs("63616263", CborValue.ReadEnum));
    }

    [Fact]
    public void Sparse_lists_and_maps_keep_their_nulls()
    {
        Assert.Equal(
            ["a", null],
            ReadAs(
                "826161f6",
                static (ref CborReader reader) => CborValue.ReadSparseList(ref reader, CborValue.ReadString)
            )
        );
        Assert.Equal(
            new Dictionary<string, long?> { ["a"] = null, ["b"] = 2 },
            ReadAs(
                "a26161f6616202",
                static (ref CborReader reader) => CborValue.ReadSparseValueMap(ref reader, CborValue.ReadInt64)
            )
        );
        Assert.Equal(
            new Dictionary<string, long> { ["b"] = 2 },
            ReadAs(
                "a26161f6616202",
                static (ref CborReader reader) => CborValue.ReadMap(ref reader, CborValue.ReadInt64)
            )
        );
        Assert.Equal(0, CborValue.ReadEmpty(static (ref CborReader reader) => Members(ref reader)));
    }

    private static T ReadAs<T>(string hex, CborValueReader<T> read)
    {
        CborReader reader = new(Convert.FromHexString(hex));
        return read(ref reader);
    }

    private static int Members(ref CborReader reader)
    {
        int count = 0;
        reader.ExpectObject();
        while (reader.NextMember(out _))
        {
            count++;
            reader.Skip();
        }

        return count;
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

    private static object? Skip(ref CborReader reader)
    {
        reader.Skip();
        return null;
    }
}
