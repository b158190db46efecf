using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>What characters an XML document may hold, and which of them names consist of (XML 1.0, fifth edition, §2.2 and §2.3).</summary>
internal static class XmlCharacters
{
    /// <summary>The first byte of U+FFFE and U+FFFF.</summary>
    private const byte NoncharacterLead = 0xEF;

    // Controls, and what may begin a noncharacter, so that one pass finds both.
    private static readonly SearchValues<byte> Suspects = SearchValues.Create([
        .. "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F\u0010"u8,
        .. "\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F"u8,
        NoncharacterLead,
    ]);

    private static readonly SearchValues<byte> NameBytes = SearchValues.Create(
        "-.0123456789:ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"u8
    );

    /// <summary>Space, tab and the ends of lines.</summary>
    public static ReadOnlySpan<byte> Blanks => " \t\r\n"u8;

    public static bool IsBlank(byte value) => value is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    /// <exception cref="MalformedContentException">The document is not UTF-8, or holds what no XML document can.</exception>
    public static void Check(ReadOnlySpan<byte> document)
    {
        if (!Utf8.IsValid(document))
        {
            throw new MalformedContentException("Expected UTF-8", ValidLength(document));
        }

        int position = 0;
        while (document[position..].IndexOfAny(Suspects) is >= 0 and var next)
        {
            position += next;
            if (document[position] != NoncharacterLead || document[position..] is [_, 0xBF, 0xBE or 0xBF, ..])
            {
                throw new MalformedContentException("A character is not allowed in XML", position);
            }

            position++;
        }
    }

    /// <summary>A document, or a reference in it, may hold the character.</summary>
    public static bool IsLegal(int character) =>
        character
            is '\t'
                or '\n'
                or '\r'
                or (>= 0x20 and <= 0xD7FF)
                or (>= 0xE000 and <= 0xFFFD)
                or (>= 0x10000 and <= 0x10FFFF);

    /// <summary>The length of the name at the start of a text; 0 when there is none.</summary>
    public static int NameLength(ReadOnlySpan<byte> text)
    {
        int length = 0;
        while (length < text.Length)
        {
            int plain = text[length..].IndexOfAnyExcept(NameBytes);
            length = plain < 0 ? text.Length : length + plain;
            if (
                length == text.Length
                || text[length] < 0x80
                || Rune.DecodeFromUtf8(text[length..], out Rune rune, out int size) != OperationStatus.Done
                || !IsNameCharacter(rune.Value)
            )
            {
                break;
            }

            length += size;
        }

        return length > 0 && IsNameStart(text) ? length : 0;
    }

    private static bool IsNameStart(ReadOnlySpan<byte> text)
    {
        if (text[0] < 0x80)
        {
            return text[0] is not ((byte)'-' or (byte)'.' or (>= (byte)'0' and <= (byte)'9'));
        }

        Rune.DecodeFromUtf8(text, out Rune rune, out _);
        return rune.Value is not (0xB7 or (>= 0x300 and <= 0x36F) or 0x203F or 0x2040);
    }

    /// <summary>Beyond ASCII.</summary>
    private static bool IsNameCharacter(int value) =>
        value
            is 0xB7
                or (>= 0xC0 and <= 0x1FFF and not (0xD7 or 0xF7 or 0x37E))
                or 0x200C
                or 0x200D
                or 0x203F
                or 0x2040
                or (>= 0x2070 and <= 0x218F)
                or (>= 0x2C00 and <= 0x2FEF)
                or (>= 0x3001 and <= 0xD7FF)
                or (>= 0xF900 and <= 0xFDCF)
                or (>= 0xFDF0 and <= 0xFFFD)
                or (>= 0x10000 and <= 0xEFFFF);

    private static int ValidLength(ReadOnlySpan<byte> text)
    {
        int length = 0;
        while (Rune.DecodeFromUtf8(text[length..], out _, out int size) == OperationStatus.Done)
        {
            length += size;
        }

        return length;
    }
}
