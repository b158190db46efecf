using System.Text;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.Codecs.Xml;

/// <summary>The edges of the ranges in XML 1.0, fifth edition.</summary>
public sealed class XmlCharacterTests
{
    /// <summary>§2.2, production 2: first and last of each range, and their neighbours.</summary>
    [Theory]
    [InlineData(0x9, true)]
    [InlineData(0xA, true)]
    [InlineData(0xD, true)]
    [InlineData(0x20, true)]
    [InlineData(0xD7FF, true)]
    [InlineData(0xE000, true)]
    [InlineData(0xFFFD, true)]
    [InlineData(0x10000, true)]
    [InlineData(0x10FFFF, true)]
    [InlineData(0x0, false)]
    [InlineData(0x8, false)]
    [InlineData(0xB, false)]
    [InlineData(0xC, false)]
    [InlineData(0xE, false)]
    [InlineData(0x1F, false)]
    [InlineData(0xD800, false)]
    [InlineData(0xDFFF, false)]
    [InlineData(0xFFFE, false)]
    [InlineData(0xFFFF, false)]
    [InlineData(0x110000, false)]
    public void A_reference_is_to_a_character_of_XML(int character, bool isLegal)
    {
        Assert.Equal(isLegal, Reads($"<r>&#x{character:X};</r>"));
        Assert.Equal(isLegal, Reads($"<r>&#{character};</r>"));
        Assert.Equal(isLegal, Reads($"<r a='&#x{character:X};'/>"));
    }

    [Fact]
    public void A_control_or_noncharacter_is_none()
    {
        for (int c = 0; c < 0x20; c++)
        {
            Assert.Equal(c is 0x9 or 0xA or 0xD, Reads($"<r>{(char)c}</r>"));
        }

        Assert.True(Reads("<r>\uFFFD\uFEFF\uF000</r>"));
        Assert.False(Reads("<r>\uFFFD\uFFFE</r>"));
        Assert.False(Reads("<r>\uFFFF</r>"));
    }

    /// <summary>§2.3, productions 4 and 4a.</summary>
    [Theory]
    [InlineData(0x3A, true, true)]
    [InlineData(0x41, true, true)]
    [InlineData(0x5A, true, true)]
    [InlineData(0x5F, true, true)]
    [InlineData(0x61, true, true)]
    [InlineData(0x7A, true, true)]
    [InlineData(0x2D, false, true)]
    [InlineData(0x2E, false, true)]
    [InlineData(0x30, false, true)]
    [InlineData(0x39, false, true)]
    [InlineData(0x40, false, false)]
    [InlineData(0x5B, false, false)]
    [InlineData(0x7B, false, false)]
    [InlineData(0xB6, false, false)]
    [InlineData(0xB7, false, true)]
    [InlineData(0xB8, false, false)]
    [InlineData(0xBF, false, false)]
    [InlineData(0xC0, true, true)]
    [InlineData(0xD6, true, true)]
    [InlineData(0xD7, false, false)]
    [InlineData(0xD8, true, true)]
    [InlineData(0xF6, true, true)]
    [InlineData(0xF7, false, false)]
    [InlineData(0xF8, true, true)]
    [InlineData(0x2FF, true, true)]
    [InlineData(0x300, false, true)]
    [InlineData(0x36F, false, true)]
    [InlineData(0x370, true, true)]
    [InlineData(0x37D, true, true)]
    [InlineData(0x37E, false, false)]
    [InlineData(0x37F, true, true)]
    [InlineData(0x1FFF, true, true)]
    [InlineData(0x2000, false, false)]
    [InlineData(0x200B, false, false)]
    [InlineData(0x200C, true, true)]
    [InlineData(0x200D, true, true)]
    [InlineData(0x200E, false, false)]
    [InlineData(0x203E, false, false)]
    [InlineData(0x203F, false, true)]
    [InlineData(0x2040, false, true)]
    [InlineData(0x2041, false, false)]
    [InlineData(0x206F, false, false)]
    [InlineData(0x2070, true, true)]
    [InlineData(0x218F, true, true)]
    [InlineData(0x2190, false, false)]
    [InlineData(0x2BFF, false, false)]
    [InlineData(0x2C00, true, true)]
    [InlineData(0x2FEF, true, true)]
    [InlineData(0x2FF0, false, false)]
    [InlineData(0x3000, false, false)]
    [InlineData(0x3001, true, true)]
    [InlineData(0xD7FF, true, true)]
    [InlineData(0xE000, false, false)]
    [InlineData(0xF8FF, false, false)]
    [InlineData(0xF900, true, true)]
    [InlineData(0xFDCF, true, true)]
    [InlineData(0xFDD0, false, false)]
    [InlineData(0xFDEF, false, false)]
    [InlineData(0xFDF0, true, true)]
    [InlineData(0xFFFD, true, true)]
    [InlineData(0x10000, true, true)]
    [InlineData(0xEFFFF, true, true)]
    [InlineData(0xF0000, false, false)]
    public void A_name_is_made_of_the_characters_of_XML(int character, bool canStart, bool canFollow)
    {
        string text = char.ConvertFromUtf32(character);

        Assert.Equal(canStart, Reads($"<{text}a/>"));
        Assert.Equal(canFollow, Reads($"<a{text}/>"));
    }

    private static bool Reads(string document)
    {
        try
        {
            Utf8XmlReader reader = new(Encoding.UTF8.GetBytes(document));
            reader.Skip();
            return true;
        }
        catch (MalformedContentException)
        {
            return false;
        }
    }
}
