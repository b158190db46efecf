using System.Text;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.Codecs.Xml;

/// <summary>What would cost a reader memory, time or secrets is refused by name and position.</summary>
public sealed class HostileXmlTests
{
    private const string Laughs = """
        <!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
        <lolz>&c;</lolz>
        """;

    [Theory]
    [InlineData(Laughs, "A document type is not allowed", 0)]
    [InlineData("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", "A document type is not allowed", 0)]
    [InlineData("<a><!DOCTYPE a></a>", "A document type is not allowed", 3)]
    [InlineData("<a>&xxe;</a>", "An ampersand begins no known reference", 3)]
    [InlineData("<a b='&xxe;'/>", "An ampersand begins no known reference", 6)]
    [InlineData("<a>&#0;</a>", "An ampersand begins no known reference", 3)]
    [InlineData("<a>&#xD800;</a>", "An ampersand begins no known reference", 3)]
    [InlineData("<a>&#99999999999;</a>", "An ampersand begins no known reference", 3)]
    [InlineData("<a>&amp</a>", "An ampersand begins no known reference", 3)]
    [InlineData("<a>\u0001</a>", "A character is not allowed in XML", 3)]
    [InlineData("<a>\uFFFE</a>", "A character is not allowed in XML", 3)]
    [InlineData("<a><b></a>", "Expected the end tag of another element", 6)]
    [InlineData("<a></ab>", "Expected the end tag of another element", 3)]
    [InlineData("<a>", "The document ends too early", 3)]
    [InlineData("<a", "The document ends too early", 2)]
    [InlineData("", "The document ends too early", 0)]
    [InlineData("<a/><b/>", "The document goes on behind its root", 4)]
    [InlineData("<a/>x", "The document goes on behind its root", 4)]
    [InlineData("x<a/>", "Expected an element", 0)]
    [InlineData("<a b='1' b='2'/>", "A tag has an attribute twice", 9)]
    [InlineData("<a b/>", "An attribute has no value", 4)]
    [InlineData("<a b=1/>", "An attribute's value is not quoted", 5)]
    [InlineData("<a b='<'/>", "An attribute's value holds markup", 6)]
    [InlineData("<a>]]></a>", "Text holds the end of a CDATA section", 3)]
    [InlineData("<a><!-- -- --></a>", "A comment holds two hyphens", 8)]
    [InlineData("<?xml version='1.1'?><a/>", "Expected XML 1.0", 0)]
    [InlineData("<?xml version='1.0' encoding='UTF-16'?><a/>", "The document declares another encoding than UTF-8", 0)]
    [InlineData("<a/><?xml version='1.0'?>", "An XML declaration is not at the start", 4)]
    public void What_is_no_plain_document_is_refused_by_name_and_position(string text, string message, int position) =>
        Assert.Equal((message, position), Refusal(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Invalid_UTF8_is_refused_where_it_begins() =>
        Assert.Equal(("Expected UTF-8", 4), Refusal([.. "<a>x"u8, 0xC3, 0x28, .. "</a>"u8]));

    [Fact]
    public void Depth_is_bounded()
    {
        XmlTree.Read(Nested(128));

        Assert.Equal(("Elements are nested deeper than 128 levels", (128 * 3) + 1), Refusal(Nested(129)));
        Assert.Equal("Elements are nested deeper than 128 levels", Refusal(Nested(1_000_000)).Message);
    }

    [Fact]
    public void Attributes_are_bounded()
    {
        XmlTree.Read(WithAttributes(32));

        Assert.Equal("A tag has more than 32 attributes", Refusal(WithAttributes(33)).Message);
        Assert.Equal("A tag has more than 32 attributes", Refusal(WithAttributes(500_000)).Message);
    }

    [Fact]
    public void Names_are_bounded() =>
        Assert.Equal(("A name is too long", 1), Refusal(Encoding.UTF8.GetBytes($"<{new string('a', 1025)}/>")));

    [Theory]
    [InlineData("<a>", "</a>")]
    [InlineData("<a><![CDATA[", "]]></a>")]
    [InlineData("<a><!--", "--></a>")]
    [InlineData("<a b='", "'/>")]
    public void Tokens_are_bounded(string before, string after)
    {
        byte[] document = Encoding.UTF8.GetBytes(before + new string('x', (16 * 1024 * 1024) + 1) + after);

        Assert.Equal("A part of the document has more than 16777216 bytes", Refusal(document).Message);
    }

    [Fact]
    public void Text_costs_no_more_memory_than_the_document_has()
    {
        byte[] document = Encoding.UTF8.GetBytes($"<a>{string.Concat(Enumerable.Repeat("&amp;<b/>", 100_000))}</a>");
        long before = GC.GetAllocatedBytesForCurrentThread();
        Utf8XmlReader reader = new(document);

        Assert.Equal(100_000, reader.ReadText().Length);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, document.Length);
    }

    [Fact]
    public void A_response_that_is_cut_off_anywhere_is_refused()
    {
        foreach (byte[] sample in XmlSamples.All)
        {
            XmlTree.Read(sample);
            for (int length = 0; length < sample.Length; length++)
            {
                // A cut within the declaration or a character has a name of its own.
                Assert.NotEqual("", Refusal(sample[..length]).Message);
            }
        }
    }

    private static (string Message, int Position) Refusal(byte[] document)
    {
        MalformedContentException e = Assert.Throws<MalformedContentException>(() => XmlTree.Read(document));
        int position = (int)e.Position!.Value;
        return (e.Message[..e.Message.LastIndexOf(" at byte ", StringComparison.Ordinal)], position);
    }

    private static byte[] Nested(int depth) =>
        Encoding.UTF8.GetBytes(
            string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth))
        );

    private static byte[] WithAttributes(int count) =>
        Encoding.UTF8.GetBytes($"<a{string.Concat(Enumerable.Range(0, count).Select(static n => $" b{n}='1'"))}/>");
}
