using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>References to characters, and the five entities that need no declaration (XML 1.0 §4.1 and §4.6).</summary>
internal static class XmlReferences
{
    // "&#x10FFFF;" with room for leading zeros.
    private const int Longest = 16;

    /// <summary>Checks the references in a text.</summary>
    /// <param name="text">From a document.</param>
    /// <param name="position">The text's index in the document.</param>
    /// <exception cref="MalformedContentException">There is an ampersand that begins none.</exception>
    public static void Check(ReadOnlySpan<byte> text, int position)
    {
        int start = 0;
        while (text[start..].IndexOf((byte)'&') is >= 0 and var next)
        {
            start += next;
            Read(text[start..], position + start, out int length);
            start += length;
        }
    }

    /// <summary>Adds the text of an element, with references replaced by what they stand for.</summary>
    /// <param name="target">Takes the text.</param>
    /// <param name="text">From a document.</param>
    /// <param name="position">The text's index in the document.</param>
    /// <exception cref="MalformedContentException">There is an ampersand that begins no reference.</exception>
    public static void AppendText(ArrayBufferWriter<byte> target, ReadOnlySpan<byte> text, int position) =>
        Append(target, text, position, "&\r"u8, lineEnd: (byte)'\n');

    /// <summary>Adds the value of an attribute, in which every blank is a space.</summary>
    /// <inheritdoc cref="AppendText"/>
    public static void AppendAttribute(ArrayBufferWriter<byte> target, ReadOnlySpan<byte> text, int position) =>
        Append(target, text, position, "&\r\n\t"u8, lineEnd: (byte)' ');

    /// <summary>Adds the text of a CDATA section, which holds no references.</summary>
    /// <inheritdoc cref="AppendText"/>
    public static void AppendData(ArrayBufferWriter<byte> target, ReadOnlySpan<byte> text) =>
        Append(target, text, position: 0, "\r"u8, lineEnd: (byte)'\n');

    private static void Append(
        ArrayBufferWriter<byte> target,
        ReadOnlySpan<byte> text,
        int position,
        ReadOnlySpan<byte> special,
        byte lineEnd
    )
    {
        int start = 0;
        while (text[start..].IndexOfAny(special) is >= 0 and var next)
        {
            target.Write(text.Slice(start, next));
            start += next;
            if (text[start] == '&')
            {
                Rune rune = Read(text[start..], position + start, out int length);
                target.Advance(rune.EncodeToUtf8(target.GetSpan(4)));
                start += length;
            }
            else
            {
                target.Write([lineEnd]);
                start += text[start..].StartsWith("\r\n"u8) ? 2 : 1;
            }
        }

        target.Write(text[start..]);
    }

    private static Rune Read(ReadOnlySpan<byte> text, int position, out int length)
    {
        int end = text[..Math.Min(text.Length, Longest)].IndexOf((byte)';');
        if (end < 0)
        {
            throw Unknown(position);
        }

        length = end + 1;
        ReadOnlySpan<byte> name = text[1..end];
        int value =
            name.SequenceEqual("lt"u8) ? '<'
            : name.SequenceEqual("gt"u8) ? '>'
            : name.SequenceEqual("amp"u8) ? '&'
            : name.SequenceEqual("quot"u8) ? '"'
            : name.SequenceEqual("apos"u8) ? '\''
            : name.StartsWith("#x"u8) ? Number(name[2..], 'x')
            : name.StartsWith("#"u8) ? Number(name[1..], 'D')
            : -1;
        return XmlCharacters.IsLegal(value) ? new Rune(value) : throw Unknown(position);
    }

    private static int Number(ReadOnlySpan<byte> digits, char format) =>
        digits is [not ((byte)'+' or (byte)'-'), ..]
        && Utf8Parser.TryParse(digits, out int value, out int length, format)
        && length == digits.Length
            ? value
            : -1;

    private static MalformedContentException Unknown(int position) =>
        new("An ampersand begins no known reference", position);
}
