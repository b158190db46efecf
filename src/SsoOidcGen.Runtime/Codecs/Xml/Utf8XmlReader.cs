using System.Buffers;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>
/// Reads an XML document (XML 1.0) that a service sent. Names count without their prefixes. Everything malformed, and
/// document types, entities that a document would have to declare, more than 128 levels of elements, 32 attributes of an
/// element, 1 KiB of a name or 16 MiB of a text are refused with a <see cref="MalformedContentException"/>.
/// </summary>
/// <remarks>
/// The reader stands on an element, whose value is read or skipped next, or inside of one. Where it leaves the element
/// that it was made for, it reads and checks the rest of the document.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct Utf8XmlReader
{
    private const int MaxDepth = 128;

    private readonly ReadOnlySpan<byte> _document;
    private XmlScanner _scanner;
    private XmlAttributes _attributes;
    private Names _names;
    private int _depth;
    private int _top;
    private bool _isEmpty;
    private bool _isOnAttribute;
    private ArrayBufferWriter<byte>? _pieces;

    /// <summary>Creates a reader on a document's root.</summary>
    /// <param name="document">The whole document.</param>
    /// <exception cref="MalformedContentException">Its start is malformed.</exception>
    public Utf8XmlReader(ReadOnlySpan<byte> document)
    {
        XmlCharacters.Check(document);
        _document = document;
        _scanner = new XmlScanner(document);
        XmlProlog.Take(ref _scanner);
        EnterElement(out _);
    }

    /// <summary>The zero-based index of the next byte.</summary>
    public readonly int Position => _scanner.Position;

    /// <summary>The name of the element that the reader stands on or in, without its prefix.</summary>
    internal readonly ReadOnlySpan<byte> Name => LocalName(OpenName);

    private readonly ReadOnlySpan<byte> OpenName => _document[_names[_depth - 1]];

    /// <summary>Moves to the next element in the one that the reader stands on or in; at its end leaves it.</summary>
    /// <param name="name">The name in UTF-8 without its prefix.</param>
    /// <returns>False at the end of the element.</returns>
    /// <exception cref="MalformedContentException">What comes next is not well-formed.</exception>
    public bool NextMember(out ReadOnlySpan<byte> name)
    {
        while (!_isEmpty)
        {
            if (!_scanner.StartsWith("<"u8))
            {
                int position = Position;
                XmlReferences.Check(_scanner.TakeText(), position);
            }

            if (_scanner.IsAtStartTag)
            {
                EnterElement(out name);
                return true;
            }

            if (_scanner.StartsWith("</"u8))
            {
                _scanner.TakeEndTag(OpenName);
                break;
            }

            if (!_scanner.TryTakeComment() && !_scanner.TryTakeCharacterData(out _))
            {
                throw NoElement();
            }
        }

        LeaveElement();
        name = default;
        return false;
    }

    /// <summary>Moves to the next attribute of the element that the reader stands on; its value is what is read next.</summary>
    /// <param name="name">The name in UTF-8 without its prefix.</param>
    /// <returns>False behind the last attribute.</returns>
    public bool NextAttribute(out ReadOnlySpan<byte> name)
    {
        _isOnAttribute = _attributes.MoveNext();
        name = _isOnAttribute ? LocalName(_attributes.Name) : default;
        return _isOnAttribute;
    }

    /// <summary>Reads the text of the attribute or element that the reader stands on. Elements in it are skipped.</summary>
    /// <returns>UTF-8, without references, until the next text is read.</returns>
    /// <exception cref="MalformedContentException">The element is not well-formed.</exception>
    public ReadOnlySpan<byte> ReadText()
    {
        if (_isOnAttribute)
        {
            return ReadAttribute();
        }

        if (_isEmpty)
        {
            LeaveElement();
            return default;
        }

        if (!_scanner.TryTakePlainText(out ReadOnlySpan<byte> text))
        {
            return ReadPieces();
        }

        _scanner.TakeEndTag(OpenName);
        LeaveElement();
        return text;
    }

    /// <summary>Skips the element that the reader stands on or in.</summary>
    /// <exception cref="MalformedContentException">It is not well-formed.</exception>
    public void Skip()
    {
        int outer = _depth - 1;
        while (_depth > outer)
        {
            NextMember(out _);
        }
    }

    /// <summary>What is read from here on is the element that the reader stands on.</summary>
    internal void BecomeTop() => _top = _depth - 1;

    private static ReadOnlySpan<byte> LocalName(ReadOnlySpan<byte> name) => name[(name.LastIndexOf((byte)':') + 1)..];

    private void EnterElement(out ReadOnlySpan<byte> name)
    {
        if (!_scanner.IsAtStartTag || _depth == MaxDepth)
        {
            throw NoElement();
        }

        int start = ++_scanner.Position;
        name = LocalName(_scanner.TakeName());
        _names[_depth++] = start..Position;
        _isEmpty = _scanner.TakeStartTagEnd(out Range attributes);
        _attributes = new XmlAttributes(_document, attributes.Start.Value, attributes.End.Value);
        _isOnAttribute = false;
    }

    // Apart from the method above for speed: what the texts are made of would be cleared there at each entry.
    private readonly MalformedContentException NoElement() =>
        _scanner.StartsWith("<!DOCTYPE"u8) ? new("A document type is not allowed", Position)
        : _scanner.IsAtStartTag ? new($"Elements are nested deeper than {MaxDepth} levels", Position + 1)
        : _scanner.Rest.Length < 2 ? _scanner.CutOff()
        : _scanner.StartsWith("<"u8) ? new("Expected a name", Position + 1)
        : new("Expected an element", Position);

    private void LeaveElement()
    {
        _depth--;
        _isEmpty = false;
        if (_depth == 0)
        {
            XmlProlog.TakeComments(ref _scanner);
            if (!_scanner.IsAtEnd)
            {
                throw new MalformedContentException("The document goes on behind its root", Position);
            }
        }
        else if (_depth == _top)
        {
            // Nobody reads what follows, but it has to be well-formed too.
            _top = 0;
            while (_depth > 0)
            {
                NextMember(out _);
            }
        }
    }

    private readonly ReadOnlySpan<byte> ReadAttribute()
    {
        ReadOnlySpan<byte> value = _attributes.Value;
        if (value.IndexOfAny("&\r\n\t"u8) < 0)
        {
            return value;
        }

        ArrayBufferWriter<byte> text = new(value.Length);
        XmlReferences.AppendAttribute(text, value, _attributes.ValuePosition);
        return text.WrittenSpan;
    }

    /// <summary>Reads a text that is not in one piece, or holds references.</summary>
    private ReadOnlySpan<byte> ReadPieces()
    {
        // The text is used before the next one is read; many of them, as S3's entity tags, hold references.
        ArrayBufferWriter<byte> text = _pieces ??= new ArrayBufferWriter<byte>();
        text.ResetWrittenCount();
        while (true)
        {
            int position = Position;
            XmlReferences.AppendText(text, _scanner.TakeText(), position);
            if (_scanner.StartsWith("</"u8))
            {
                _scanner.TakeEndTag(OpenName);
                LeaveElement();
                return text.WrittenSpan;
            }

            if (_scanner.TryTakeCharacterData(out ReadOnlySpan<byte> data))
            {
                XmlReferences.AppendData(text, data);
            }
            else if (!_scanner.TryTakeComment())
            {
                EnterElement(out _);
                Skip();
            }
        }
    }

    /// <summary>Where the names of the open elements are.</summary>
    [InlineArray(MaxDepth)]
    private struct Names
    {
        private Range _first;
    }
}
