using System.Buffers;
using System.Text;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.Codecs.Xml;

public sealed class Utf8XmlWriterTests
{
    [Theory]
    [InlineData("plain \t'\"", "plain \t'\"", "plain \t'&quot;")]
    [InlineData("<&>", "&lt;&amp;&gt;", "&lt;&amp;&gt;")]
    [InlineData("a\r\nb", "a&#xD;&#xA;b", "a&#xD;&#xA;b")]
    [InlineData("a\u0085b\u2028", "a&#x85;b&#x2028;", "a&#x85;b&#x2028;")]
    [InlineData("ü😀", "ü😀", "ü😀")]
    public void Text_survives_every_reader(string value, string text, string attribute) =>
        Assert.Equal($"<e a=\"{attribute}\">{text}</e>", Write(value));

    [Theory]
    [InlineData("a\0")]
    [InlineData("a\u001F")]
    [InlineData("a\uFFFE")]
    public void What_XML_cannot_hold_is_refused(string value) =>
        Assert.ThrowsAny<ArgumentException>(() => Write(value));

    [Fact]
    public void Of_the_controls_only_those_of_XML_are_written()
    {
        for (int c = 0; c < 0x20; c++)
        {
            string text = $"a{(char)c}b";
            string? error = Record.Exception(() => Write(text))?.Message;
            Assert.Equal(
                c is 0x9 or 0xA or 0xD ? null : $"XML cannot hold the character U+{c:X4}. (Parameter 'character')",
                error
            );
        }
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused() =>
        Assert.ThrowsAny<ArgumentException>(static () => Write("a\uD83D"));

    private static string Write(string value)
    {
        ArrayBufferWriter<byte> output = new();
        Utf8XmlWriter xml = new(output);
        xml.WriteStartElement("e"u8);
        xml.WriteAttribute("a"u8, value);
        xml.WriteText(value);
        xml.WriteEndElement("e"u8);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
