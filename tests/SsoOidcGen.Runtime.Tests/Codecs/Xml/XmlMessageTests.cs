using System.Text;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.Codecs.Xml;

/// <summary>What is wrong with a document is named, with the byte at which it is.</summary>
public sealed class XmlMessageTests
{
    [Theory]
    [InlineData("", "The document ends too early at byte 0.")]
    [InlineData(" ", "The document ends too early at byte 1.")]
    [InlineData("<", "The document ends too early at byte 1.")]
    [InlineData("text", "Expected an element at byte 0.")]
    [InlineData("<!DOCTYPE r><r/>", "A document type is not allowed at byte 0.")]
    [InlineData("<1/>", "Expected a name at byte 1.")]
    [InlineData("</r>", "Expected a name at byte 1.")]
    [InlineData("<r", "The document ends too early at byte 2.")]
    [InlineData("<r ", "The document ends too early at byte 3.")]
    [InlineData("<r a", "The document ends too early at byte 4.")]
    [InlineData("<r a=", "The document ends too early at byte 5.")]
    [InlineData("<r a='", "The document ends too early at byte 6.")]
    [InlineData("<r a b='1'/>", "An attribute has no value at byte 5.")]
    [InlineData("<r a=1/>", "An attribute's value is not quoted at byte 5.")]
    [InlineData("<r a='1'b='2'/>", "Expected the end of a tag at byte 8.")]
    [InlineData("<r a='<'/>", "An attribute's value holds markup at byte 6.")]
    [InlineData("<r a='&x;'/>", "An ampersand begins no known reference at byte 6.")]
    [InlineData("<r a='1' b='2' a='3'/>", "A tag has an attribute twice at byte 15.")]
    [InlineData("<r/ >", "Expected the end of a tag at byte 2.")]
    [InlineData("<r>", "The document ends too early at byte 3.")]
    [InlineData("<r>text", "The document ends too early at byte 7.")]
    [InlineData("<r></", "The document ends too early at byte 5.")]
    [InlineData("<r></r", "The document ends too early at byte 6.")]
    [InlineData("<r></s>", "Expected the end tag of another element at byte 3.")]
    [InlineData("<r></rs>", "Expected the end tag of another element at byte 3.")]
    [InlineData("<r></r x>", "Expected the end tag of another element at byte 3.")]
    [InlineData("<r/><r/>", "The document goes on behind its root at byte 4.")]
    [InlineData("<r/>text", "The document goes on behind its root at byte 4.")]
    [InlineData("<r>]]></r>", "Text holds the end of a CDATA section at byte 3.")]
    [InlineData("<r>a &amp b</r>", "An ampersand begins no known reference at byte 5.")]
    [InlineData("<r>&#x110000;</r>", "An ampersand begins no known reference at byte 3.")]
    [InlineData("<r>&#-1;</r>", "An ampersand begins no known reference at byte 3.")]
    [InlineData("<r>&#0000000000038;</r>", null)]
    [InlineData("<r>&#00000000000038;</r>", "An ampersand begins no known reference at byte 3.")]
    [InlineData("<r><!-- a -- b --></r>", "A comment holds two hyphens at byte 10.")]
    [InlineData("<r><!-- a", "The document ends too early at byte 9.")]
    [InlineData("<r><!-- a --", "The document ends too early at byte 12.")]
    [InlineData("<r><![CDATA[ a ]]", "The document ends too early at byte 17.")]
    [InlineData("<r><!ELEMENT a></r>", "Expected a name at byte 4.")]
    [InlineData("<r><?xml version='1.0'?></r>", "An XML declaration is not at the start at byte 3.")]
    [InlineData("<r><?p", "The document ends too early at byte 6.")]
    [InlineData("<r><?p+?></r>", "Expected the end of a processing instruction at byte 6.")]
    [InlineData("<r><??></r>", "Expected a name at byte 5.")]
    [InlineData("<?xml version='1.0'", "The document ends too early at byte 19.")]
    [InlineData("<?xml version='1.1'?><r/>", "Expected XML 1.0 at byte 0.")]
    [InlineData("<?xml encoding='utf-8'?><r/>", "Expected XML 1.0 at byte 0.")]
    [InlineData(
        "<?xml version='1.0' encoding='latin1'?><r/>",
        "The document declares another encoding than UTF-8 at byte 0."
    )]
    [InlineData("<?xml version='1.0' standalone='maybe'?><r/>", "The XML declaration is malformed at byte 0.")]
    [InlineData("<?xml version='1.0' other='1'?><r/>", "The XML declaration is malformed at byte 0.")]
    [InlineData("<?xml version='1.0'encoding='utf-8'?><r/>", "The XML declaration is malformed at byte 0.")]
    [InlineData("<r>\u0001</r>", "A character is not allowed in XML at byte 3.")]
    [InlineData("<r>\uFFFE</r>", "A character is not allowed in XML at byte 3.")]
    public void The_first_error_is_named_at_its_byte(string document, string? expected) =>
        Assert.Equal(expected, ErrorOf(Encoding.UTF8.GetBytes(document)));

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_named_at_the_first_of_them()
    {
        Assert.Equal("Expected UTF-8 at byte 5.", ErrorOf([.. "<r>ü"u8, 0xC3, .. "</r>"u8]));
        Assert.Equal("Expected UTF-8 at byte 0.", ErrorOf([0xFF, .. "<r/>"u8]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Elements_nest_128_levels_deep(int beyond)
    {
        string document =
            string.Concat(Enumerable.Repeat("<r>", 128 + beyond))
            + string.Concat(Enumerable.Repeat("</r>", 128 + beyond));

        Assert.Equal(
            beyond == 0 ? null : "Elements are nested deeper than 128 levels at byte 385.",
            ErrorOf(Encoding.UTF8.GetBytes(document))
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_tag_has_32_attributes(int beyond)
    {
        string document = $"<r{string.Concat(Enumerable.Range(10, 32 + beyond).Select(static i => $" a{i}=''"))}/>";

        Assert.Equal(
            beyond == 0 ? null : "A tag has more than 32 attributes at byte 227.",
            ErrorOf(Encoding.UTF8.GetBytes(document))
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_name_has_1024_bytes(int beyond) =>
        Assert.Equal(
            beyond == 0 ? null : "A name is too long at byte 1.",
            ErrorOf(Encoding.UTF8.GetBytes($"<{new string('n', 1024 + beyond)}/>"))
        );

    [Theory]
    [InlineData("<r>", "</r>", 3)]
    [InlineData("<r><!--", "--></r>", 3)]
    [InlineData("<r><![CDATA[", "]]></r>", 3)]
    [InlineData("<r a='", "'/>", 6)]
    public void A_part_has_16_MiB(string before, string after, int position)
    {
        byte[] whole =
        [
            .. Encoding.ASCII.GetBytes(before),
            .. Enumerable.Repeat((byte)'x', 16 * 1024 * 1024),
            .. Encoding.ASCII.GetBytes(after),
        ];
        byte[] longer = [.. whole[..before.Length], (byte)'x', .. whole[before.Length..]];

        Assert.Null(ErrorOf(whole));
        Assert.Equal($"A part of the document has more than 16777216 bytes at byte {position}.", ErrorOf(longer));
    }

    [Fact]
    public void A_union_has_exactly_one_member()
    {
        Assert.Equal("a", UnionOf("<r><a><b/></a></r>"));
        Assert.Equal("a", UnionOf("<r><a>text</a> </r>"));
        Assert.Equal(
            "A union has a second member at byte 11.",
            Assert.Throws<MalformedContentException>(() => UnionOf("<r><a/><b/></r>")).Message
        );
        Assert.Equal(
            "The union Probe has no member at byte 7.",
            Assert.Throws<MalformedContentException>(() => UnionOf("<r></r>")).Message
        );
    }

    private static string UnionOf(string document)
    {
        Utf8XmlReader reader = new(Encoding.UTF8.GetBytes(document));
        string? found = null;
        while (reader.NextUnionMember(found, out ReadOnlySpan<byte> name))
        {
            found = reader.SkipNamed(name);
        }

        return found ?? throw XmlUnions.Empty(ref reader, "Probe");
    }

    private static string? ErrorOf(byte[] document)
    {
        try
        {
            Utf8XmlReader reader = new(document);
            reader.Skip();
            return null;
        }
        catch (MalformedContentException e)
        {
            return e.Message;
        }
    }
}
