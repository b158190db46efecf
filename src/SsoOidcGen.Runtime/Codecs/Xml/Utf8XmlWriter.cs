using System.Buffers;
using System.ComponentModel;
using System.Globalization;
using System.Text;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>Writes XML (XML 1.0) in UTF-8, without a declaration and without blanks between elements.</summary>
/// <param name="output">Takes the bytes.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct Utf8XmlWriter(IBufferWriter<byte> output)
{
    // U+0085 and U+2028 end lines in XML 1.1, so what they become must not depend on the reader.
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\a\b\v\f\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017"
            + "\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F&<>\"\r\n\u0085\u2028\uFFFE\uFFFF"
    );

    private readonly IBufferWriter<byte> _output = output;
    private bool _isTagOpen;

    /// <summary>Begins an element, which <see cref="WriteEndElement"/> ends.</summary>
    /// <param name="name">The name in UTF-8.</param>
    public void WriteStartElement(scoped ReadOnlySpan<byte> name)
    {
        CloseTag();
        _output.Write("<"u8);
        _output.Write(name);
        _isTagOpen = true;
    }

    /// <summary>Ends an element.</summary>
    /// <param name="name">The name with which it began.</param>
    public void WriteEndElement(scoped ReadOnlySpan<byte> name)
    {
        CloseTag();
        _output.Write("</"u8);
        _output.Write(name);
        _output.Write(">"u8);
    }

    /// <summary>Adds an attribute to the element that has just begun.</summary>
    /// <param name="name">The name in UTF-8, with its prefix.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">It holds a character that XML does not allow.</exception>
    public readonly void WriteAttribute(scoped ReadOnlySpan<byte> name, string value)
    {
        _output.Write(" "u8);
        _output.Write(name);
        _output.Write("=\""u8);
        WriteEscaped(value, isQuoted: true);
        _output.Write("\""u8);
    }

    /// <summary>Writes an element that holds a text.</summary>
    /// <param name="name">The name in UTF-8.</param>
    /// <param name="value">The text.</param>
    /// <exception cref="ArgumentException">It holds a character that XML does not allow.</exception>
    public void WriteElement(scoped ReadOnlySpan<byte> name, string value)
    {
        WriteStartElement(name);
        WriteText(value);
        WriteEndElement(name);
    }

    /// <summary>Writes the text of the element that has just begun.</summary>
    /// <param name="value">The text.</param>
    /// <exception cref="ArgumentException">It holds a character that XML does not allow.</exception>
    public void WriteText(string value)
    {
        CloseTag();
        WriteEscaped(value, isQuoted: false);
    }

    private void CloseTag()
    {
        if (_isTagOpen)
        {
            _output.Write(">"u8);
            _isTagOpen = false;
        }
    }

    private readonly void WriteEscaped(ReadOnlySpan<char> text, bool isQuoted)
    {
        while (text.IndexOfAny(Escaped) is >= 0 and var next)
        {
            WriteUtf8(text[..next]);
            WriteReference(text[next], isQuoted);
            text = text[(next + 1)..];
        }

        WriteUtf8(text);
    }

    private readonly void WriteUtf8(ReadOnlySpan<char> text)
    {
        if (!text.IsEmpty)
        {
            StrictUtf8.Encoding.GetBytes(text, _output);
        }
    }

    private readonly void WriteReference(char character, bool isQuoted)
    {
        switch (character)
        {
            case '&':
                _output.Write("&amp;"u8);
                break;
            case '<':
                _output.Write("&lt;"u8);
                break;
            case '>':
                _output.Write("&gt;"u8);
                break;
            case '"':
                _output.Write(isQuoted ? "&quot;"u8 : "\""u8);
                break;
            case '\r':
                _output.Write("&#xD;"u8);
                break;
            case '\n':
                _output.Write("&#xA;"u8);
                break;
            case '\u0085':
                _output.Write("&#x85;"u8);
                break;
            case '\u2028':
                _output.Write("&#x2028;"u8);
                break;
            default:
                throw new ArgumentException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"XML cannot hold the character U+{(int)character:X4}."
                    ),
                    nameof(character)
                );
        }
    }
}
