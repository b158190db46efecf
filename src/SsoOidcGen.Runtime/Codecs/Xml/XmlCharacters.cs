using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>What characters an XML document may hold, and which of them names consist of (XML 1.0, fifth edition, §2.2 and §2.3).</summary>
internal static class XmlCharacters
{
    private static readonly SearchValues<byte> Controls = SearchValues.Create([
        0,
        1,
        2,
        3,
        4,
        5,
        6,
        7,
        8,
        11,
        12,
        14,
        15,
        16,
        17,
        18,
        19,
        20,
        21,
        22,
        23,
        24,
        25,
        26,
        27,
        28,
        29,
        30,
        31,
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

        if (document.IndexOfAny(Controls) is >= 0 and var control)
        {
            throw Illegal(control);
        }

        if (document.IndexOf("\uFFFE"u8) is >= 0 and var first)
        {
            throw Illegal(first);
        }

        if (document.IndexOf("\uFFFF"u8) is >= 0 and var second)
        {
            throw Illegal(second);
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

    private static MalformedContentException Illegal(int position) =>
        new("A character is not allowed in XML", position);
}
