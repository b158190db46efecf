using System.Text;
using System.Text.Json;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.Json;

public sealed class JsonValueTests
{
    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void Booleans_are_told_apart(string json, bool expected) =>
        Assert.Equal(expected, Read(json, JsonValue.ReadBoolean));

    [Fact]
    public void Nulls_of_sparse_lists_and_maps_count()
    {
        Assert.Equal(
            ["a", null, "b"],
            Read(
                """["a", null, "b"]""",
                static (ref Utf8JsonReader r) => JsonValue.ReadSparseList(ref r, JsonValue.ReadString)
            )
        );
        Assert.Equal(
            [1, null],
            Read(
                "[1, null]",
                static (ref Utf8JsonReader r) => JsonValue.ReadSparseValueList(ref r, JsonValue.ReadInt32)
            )
        );
        Assert.Equal(
            new Dictionary<string, string?> { ["a"] = null, ["b"] = "x" },
            Read(
                """{"a": null, "b": "x"}""",
                static (ref Utf8JsonReader r) => JsonValue.ReadSparseMap(ref r, JsonValue.ReadString)
            )
        );
        Assert.Equal(
            new Dictionary<string, int?> { ["a"] = null, ["b"] = 2 },
            Read(
                """{"a": null, "b": 2}""",
                static (ref Utf8JsonReader r) => JsonValue.ReadSparseValueMap(ref r, JsonValue.ReadInt32)
            )
        );
    }

    [Fact]
    public void Nulls_of_other_lists_and_maps_are_left_out()
    {
        Assert.Equal(
            ["a", "b"],
            Read(
                """["a", null, "b"]""",
                static (ref Utf8JsonReader r) => JsonValue.ReadList(ref r, JsonValue.ReadString)
            )
        );
        Assert.Equal(
            new Dictionary<string, string> { ["b"] = "x" },
            Read(
                """{"a": null, "b": "x"}""",
                static (ref Utf8JsonReader r) => JsonValue.ReadMap(ref r, JsonValue.ReadString)
            )
        );
    }

    [Theory]
    [InlineData("1.5", 1.5)]
    [InlineData("\"NaN\"", double.NaN)]
    [InlineData("\"Infinity\"", double.PositiveInfinity)]
    [InlineData("\"-Infinity\"", double.NegativeInfinity)]
    public void Numbers_have_three_words(string json, double expected)
    {
        Assert.Equal(expected, Read(json, JsonValue.ReadDouble));
        Assert.Equal((float)expected, Read(json, JsonValue.ReadSingle));
    }

    [Theory]
    [InlineData("1769846400")]
    [InlineData("\"2026-01-31T08:00:00Z\"")]
    [InlineData("\"2026-01-31T10:00:00+02:00\"")]
    [InlineData("\"Sat, 31 Jan 2026 08:00:00 GMT\"")]
    [InlineData("\"1769846400\"")]
    public void A_timestamp_has_several_forms(string json) =>
        Assert.Equal(new DateTimeOffset(2026, 1, 31, 8, 0, 0, TimeSpan.Zero), Read(json, JsonValue.ReadTimestamp));

    [Theory]
    [InlineData("1e28")]
    [InlineData("1e400")]
    [InlineData("\"yesterday\"")]
    [InlineData("true")]
    public void What_is_no_timestamp_is_refused(string json) =>
        Assert.Throws<MalformedContentException>(() => Read(json, JsonValue.ReadTimestamp));

    [Fact]
    public void A_value_of_another_type_is_refused_with_its_place()
    {
        Refused("5", JsonValue.ReadString, "Expected String but found Number at byte 0");
        Refused("\"yes\"", JsonValue.ReadBoolean, "Expected a boolean but found String at byte 0");
        Refused("\"much\"", JsonValue.ReadDouble, "Expected a number, NaN, Infinity or -Infinity at byte 0");
        Refused("true", JsonValue.ReadDouble, "Expected String but found True");
        Refused("\"*\"", JsonValue.ReadBlob, "Expected base64 text at byte 0");
        Refused("5", JsonValue.ReadBlob, "Expected String but found Number");
        Refused(
            "{}",
            static (ref Utf8JsonReader r) => JsonValue.ReadList(ref r, JsonValue.ReadString),
            "Expected StartArray"
        );
        Refused(
            "{}",
            static (ref Utf8JsonReader r) => JsonValue.ReadSparseList(ref r, JsonValue.ReadString),
            "Expected StartArray"
        );
        Refused(
            "{}",
            static (ref Utf8JsonReader r) => JsonValue.ReadSparseValueList(ref r, JsonValue.ReadInt32),
            "Expected StartArray"
        );
        Refused(
            "[]",
            static (ref Utf8JsonReader r) => JsonValue.ReadMap(ref r, JsonValue.ReadString),
            "Expected StartObject"
        );
        Refused(
            "[]",
            static (ref Utf8JsonReader r) => JsonValue.ReadSparseMap(ref r, JsonValue.ReadString),
            "Expected StartObject"
        );
        Refused(
            "[]",
            static (ref Utf8JsonReader r) => JsonValue.ReadSparseValueMap(ref r, JsonValue.ReadInt32),
            "Expected StartObject"
        );
    }

    [Fact]
    public void A_union_has_exactly_one_member()
    {
        Assert.Equal("a", Read("""{"__type": {"x": 1}, "a": [1], "b": null}""", Union));
        Refused("""{"a": 1, "b": 2}""", Union, "A union has a second member at byte 14");
        Refused("{}", Union, "The union Probe has no member at byte 1");
    }

    [Fact]
    public void A_name_may_be_escaped_and_a_null_is_no_member()
    {
        Assert.Equal("a", Read("""{"b": null, "\u0061": 1}""", Union));
        Assert.Equal(0, JsonValue.ReadEmpty(static (ref Utf8JsonReader reader) => reader.NextMember(out _) ? 1 : 0));
    }

    private static string Union(ref Utf8JsonReader reader)
    {
        string? found = null;
        while (reader.NextUnionMember(found, out ReadOnlySpan<byte> name))
        {
            found = reader.SkipNamed(name);
        }

        return found ?? throw JsonUnions.Empty(ref reader, "Probe");
    }

    [Fact]
    public void A_number_out_of_range_says_what_was_expected()
    {
        Refused("2147483648", JsonValue.ReadInt32, "Expected a 32-bit integer at byte 0");
        Refused("-2147483649", JsonValue.ReadInt32, "Expected a 32-bit integer at byte 0");
        Refused("9223372036854775808", JsonValue.ReadInt64, "Expected a 64-bit integer at byte 0");
        Refused("true", JsonValue.ReadInt32, "Expected a 32-bit integer but found True at byte 0");
        Refused("true", JsonValue.ReadInt64, "Expected a 64-bit integer but found True at byte 0");
        Refused(
            "1e28",
            JsonValue.ReadTimestamp,
            "Expected a timestamp in the years 1 to 9999: epoch seconds, RFC 3339 or an HTTP date at byte 0"
        );
    }

    private static void Refused<T>(string json, JsonValueReader<T> read, string message) =>
        Assert.Contains(message, Assert.Throws<MalformedContentException>(() => Read(json, read)).Message);

    private static T Read<T>(string json, JsonValueReader<T> read)
    {
        Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return read(ref reader);
    }
}
