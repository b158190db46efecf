using CsCheck;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.Http;

public sealed class BindingTests
{
    private static readonly Gen<string> Items = Gen.String[Gen.Char[' ', '~'], 1, 12]
        .Where(static item => item.Trim() == item);

    [Fact]
    public void A_list_reads_back_as_it_was_written() =>
        Items
            .Array[1, 5]
            .Sample(static items =>
                Assert.Equal(
                    items,
                    BindingValue.ReadList(string.Join(", ", items.Select(BindingText.ListItem)), static item => item)
                )
            );

    [Theory]
    [InlineData("/hostedzone/Z1", "Z1")]
    [InlineData("/change/C1", "C1")]
    [InlineData("Z1", "Z1")]
    public void An_id_is_what_follows_the_last_slash(string id, string expected) =>
        Assert.Equal(expected, BindingText.WithoutPath(id));

    [Theory]
    [InlineData("a", "a")]
    [InlineData("a b", "a b")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"a\"", "\"say \\\"a\\\"\"")]
    [InlineData("\\,", "\"\\\\,\"")]
    public void An_item_is_quoted_when_it_must_be(string item, string expected) =>
        Assert.Equal(expected, BindingText.ListItem(item));

    [Fact]
    public void Numbers_that_are_none_have_names()
    {
        Assert.Equal("NaN", BindingText.Of(double.NaN));
        Assert.Equal("Infinity", BindingText.Of(float.PositiveInfinity));
        Assert.Equal("-Infinity", BindingText.Of(double.NegativeInfinity));
        Assert.Equal("0.1", BindingText.Of(0.1));
        Assert.Equal("0.1", BindingText.Of(0.1f));
    }

    [Fact]
    public void A_missing_header_is_no_value()
    {
        Assert.Null(BindingValue.ReadBoolean(null));
        Assert.Null(BindingValue.ReadInt32(null));
        Assert.Null(BindingValue.ReadInt64(null));
        Assert.Null(BindingValue.ReadSingle(null));
        Assert.Null(BindingValue.ReadDouble(null));
        Assert.Null(BindingValue.ReadTimestamp(null));
        Assert.Null(BindingValue.ReadBlob(null));
        Assert.Null(BindingValue.ReadBase64Text(null));
        Assert.Null(BindingValue.ReadHttpDateList(null));
        Assert.Null(BindingValue.ReadList(null, static item => item));
    }

    [Fact]
    public void A_header_is_read_as_its_type()
    {
        Assert.True(BindingValue.ReadBoolean("true"));
        Assert.Equal(-7, BindingValue.ReadInt32("-7"));
        Assert.Equal(long.MinValue, BindingValue.ReadInt64("-9223372036854775808"));
        Assert.Equal(1.5f, BindingValue.ReadSingle("1.5"));
        Assert.Equal(double.NegativeInfinity, BindingValue.ReadDouble("-Infinity"));
        Assert.Equal("a,b"u8.ToArray(), BindingValue.ReadBlob("YSxi")!.Value.ToArray());
        Assert.Equal("a,b", BindingValue.ReadBase64Text("YSxi"));
        Assert.Equal(
            [new DateTimeOffset(2019, 12, 16, 23, 48, 18, TimeSpan.Zero), DateTimeOffset.UnixEpoch],
            BindingValue.ReadHttpDateList("Mon, 16 Dec 2019 23:48:18 GMT, Thu, 01 Jan 1970 00:00:00 GMT")
        );
    }

    [Theory]
    [InlineData("boolean", "yes", "Expected true or false in a header.")]
    [InlineData("int", "2147483648", "Expected a 32-bit integer in a header.")]
    [InlineData("long", "9223372036854775808", "Expected a 64-bit integer in a header.")]
    [InlineData("double", "much", "Expected a number in a header.")]
    [InlineData("blob", "*", "Expected base64 text in a header.")]
    [InlineData("text", "*", "Expected base64 text in a header.")]
    [InlineData("dates", "Mon, 16 Dec 2019 23:48:18 GMT, Thu", "Expected a list of HTTP dates in a header.")]
    public void A_header_of_another_type_says_what_was_expected(string kind, string text, string expected) =>
        Assert.Equal(
            expected,
            Assert
                .Throws<MalformedContentException>(() =>
                    _ = kind switch
                    {
                        "boolean" => (object?)BindingValue.ReadBoolean(text),
                        "int" => BindingValue.ReadInt32(text),
                        "long" => BindingValue.ReadInt64(text),
                        "double" => BindingValue.ReadDouble(text),
                        "blob" => BindingValue.ReadBlob(text),
                        "text" => BindingValue.ReadBase64Text(text),
                        _ => BindingValue.ReadHttpDateList(text),
                    }
                )
                .Message
        );

    [Theory]
    [InlineData("a", "a")]
    [InlineData("a,b", "a|b")]
    [InlineData("  a ,  b  ", "a|b")]
    [InlineData("a,,b", "a||b")]
    [InlineData("\"a,b\", c", "a,b|c")]
    [InlineData("\"a\" , b", "a|b")]
    [InlineData("\"say \\\"a\\\"\",b", "say \"a\"|b")]
    [InlineData("\"a\\", "a\\")]
    [InlineData("\"a", "a")]
    [InlineData("a,", "a")]
    public void A_list_is_split_at_its_commas(string text, string expected) =>
        Assert.Equal(expected.Split('|'), BindingValue.ReadList(text, static item => item));

    [Fact]
    public void A_timestamp_that_is_none_may_be_left_out()
    {
        Assert.Null(BindingValue.TryReadTimestamp("soon"));
        Assert.Null(BindingValue.TryReadTimestamp(null));
        Assert.Equal(DateTimeOffset.UnixEpoch, BindingValue.TryReadTimestamp("0"));
        Assert.Equal(DateTimeOffset.UnixEpoch, BindingValue.ReadTimestamp("0"));
        Assert.Empty(BindingValue.ReadList("", static item => item)!);
    }

    [Fact]
    public void Values_are_written_as_the_protocol_wants_them()
    {
        Assert.Equal(["true", "false"], [BindingText.Of(true), BindingText.Of(false)]);
        Assert.Equal("-7", BindingText.Of(-7L));
        Assert.Equal("YSxi", BindingText.Of("a,b"u8.ToArray()));
        Assert.Equal("YSxi", BindingText.Base64OfText("a,b"));
        Assert.Equal("{\"a\": 1}", BindingText.Of(System.Text.Json.JsonElement.Parse("{\"a\": 1}")));
    }
}
