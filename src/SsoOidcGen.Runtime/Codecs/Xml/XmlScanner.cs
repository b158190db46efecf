namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>Finds and checks the parts of an XML document one after the other: names, tags, text, comments (XML 1.0 §2 and §3).</summary>
/// <param name="document">The whole document.</param>
internal ref struct XmlScanner(ReadOnlySpan<byte> document)
{
    private const int MaxAttributes = 32;
    private const int MaxNameBytes = 1024;
    private const int MaxTokenBytes = 16 * 1024 * 1024;

    private readonly ReadOnlySpan<byte> _document = document;

    /// <summary>The zero-based index of the next byte.</summary>
    public int Position;

    public readonly bool IsAtEnd => Position == _document.Length;

    public readonly ReadOnlySpan<byte> Rest => _document[Position..];

    public readonly bool StartsWith(scoped ReadOnlySpan<byte> text) => Rest.StartsWith(text);

    /// <summary>A start tag, or an end tag or processing instruction that is out of place, comes next.</summary>
    public readonly bool IsAtStartTag =>
        Position + 1 < _document.Length
        && _document[Position] == '<'
        && _document[Position + 1] is not ((byte)'/' or (byte)'!' or (byte)'?');

    public readonly MalformedContentException CutOff() => new("The document ends too early", _document.Length);

    public bool TryTake(scoped ReadOnlySpan<byte> text)
    {
        bool isNext = StartsWith(text);
        Position += isNext ? text.Length : 0;
        return isNext;
    }

    public void SkipBlanks()
    {
        while (Position < _document.Length && XmlCharacters.IsBlank(_document[Position]))
        {
            Position++;
        }
    }

    /// <summary>Takes a name, with its prefix if it has one.</summary>
    public ReadOnlySpan<byte> TakeName()
    {
        int length = XmlCharacters.NameLength(Rest);
        if (length is 0 or > MaxNameBytes)
        {
            throw NoName(length);
        }

        ReadOnlySpan<byte> name = _document.Slice(Position, length);
        Position += length;
        return name;
    }

    /// <summary>Takes what is left of a start tag behind its name.</summary>
    /// <param name="attributes">Where its attributes are.</param>
    /// <returns>The tag is the whole element.</returns>
    public bool TakeStartTagEnd(out Range attributes)
    {
        int start = Position;
        if (TryTake(">"u8))
        {
            attributes = start..start;
            return false;
        }

        int count = 0;
        while (true)
        {
            int beforeBlanks = Position;
            SkipBlanks();
            if (TryTake(">"u8))
            {
                attributes = start..beforeBlanks;
                return false;
            }

            if (TryTake("/>"u8))
            {
                attributes = start..beforeBlanks;
                return true;
            }

            if (count++ == MaxAttributes || (Position == beforeBlanks && !IsAtEnd))
            {
                throw NoTagEnd(beforeBlanks);
            }

            TakeAttribute(start);
        }
    }

    /// <summary>Takes the end tag of an element.</summary>
    /// <param name="name">The element's name with its prefix.</param>
    public void TakeEndTag(scoped ReadOnlySpan<byte> name)
    {
        int start = Position;
        Position += "</"u8.Length;
        bool isClosed = TryTake(name) && !IsAtEnd && (StartsWith(">"u8) || XmlCharacters.IsBlank(_document[Position]));
        SkipBlanks();
        if (!isClosed || !TryTake(">"u8))
        {
            throw NoEndTag(start);
        }
    }

    /// <summary>Takes text that stands as it is in the document and is all that the element holds.</summary>
    /// <returns>False when nothing was taken.</returns>
    public bool TryTakePlainText(out ReadOnlySpan<byte> text)
    {
        int length = Rest.IndexOfAny("<&\r]"u8);
        bool isPlain = length >= 0 && Rest[length..].StartsWith("</"u8);
        text = isPlain ? Take(length) : default;
        return isPlain;
    }

    /// <summary>Takes text up to the next markup, which is never missing.</summary>
    /// <returns>The text as the document has it.</returns>
    public ReadOnlySpan<byte> TakeText()
    {
        int length = Rest.IndexOf((byte)'<');
        if (length < 0)
        {
            throw CutOff();
        }

        ReadOnlySpan<byte> text = Take(length);
        if (text.IndexOf("]]>"u8) is >= 0 and var end)
        {
            throw new MalformedContentException("Text holds the end of a CDATA section", Position - length + end);
        }

        return text;
    }

    /// <summary>Takes a comment or a processing instruction, if one comes next.</summary>
    public bool TryTakeComment()
    {
        int start = Position;
        if (TryTake("<!--"u8))
        {
            TakeUntil("--"u8, start);
            return TryTake(">"u8) ? true
                : IsAtEnd ? throw CutOff()
                : throw new MalformedContentException("A comment holds two hyphens", Position - 2);
        }

        if (!TryTake("<?"u8))
        {
            return false;
        }

        ReadOnlySpan<byte> target = TakeName();
        if (target is [(byte)'x' or (byte)'X', (byte)'m' or (byte)'M', (byte)'l' or (byte)'L'])
        {
            throw new MalformedContentException("An XML declaration is not at the start", start);
        }

        if (!StartsWith("?>"u8) && !IsAtEnd && !XmlCharacters.IsBlank(_document[Position]))
        {
            throw new MalformedContentException("Expected the end of a processing instruction", Position);
        }

        TakeUntil("?>"u8, start);
        return true;
    }

    /// <summary>Takes a CDATA section, if one comes next.</summary>
    public bool TryTakeCharacterData(out ReadOnlySpan<byte> text)
    {
        int start = Position;
        bool isNext = TryTake("<![CDATA["u8);
        text = isNext ? TakeUntil("]]>"u8, start) : default;
        return isNext;
    }

    // Apart from the methods that throw them for speed: what texts are made of would be cleared there at each entry.
    private readonly MalformedContentException NoName(int length) =>
        IsAtEnd ? CutOff()
        : length == 0 ? new("Expected a name", Position)
        : new("A name is too long", Position);

    private readonly MalformedContentException NoTagEnd(int beforeBlanks) =>
        Position == beforeBlanks
            ? new("Expected the end of a tag", Position)
            : new($"A tag has more than {MaxAttributes} attributes", Position);

    private readonly MalformedContentException NoEndTag(int start) =>
        Rest.IndexOf((byte)'>') < 0 ? CutOff() : new("Expected the end tag of another element", start);

    private ReadOnlySpan<byte> TakeUntil(scoped ReadOnlySpan<byte> end, int start)
    {
        int length = Rest.IndexOf(end);
        if (length < 0)
        {
            throw CutOff();
        }

        RequireSize(length, start);
        ReadOnlySpan<byte> text = _document.Slice(Position, length);
        Position += length + end.Length;
        return text;
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        RequireSize(length, Position);
        ReadOnlySpan<byte> text = _document.Slice(Position, length);
        Position += length;
        return text;
    }

    /// <param name="start">Where the tag's attributes begin.</param>
    private void TakeAttribute(int start)
    {
        int position = Position;
        ReadOnlySpan<byte> name = TakeName();
        SkipBlanks();
        if (!TryTake("="u8))
        {
            throw IsAtEnd ? CutOff() : new MalformedContentException("An attribute has no value", Position);
        }

        SkipBlanks();
        if (IsAtEnd)
        {
            throw CutOff();
        }

        byte quote = _document[Position];
        if (quote is not ((byte)'"' or (byte)'\''))
        {
            throw new MalformedContentException("An attribute's value is not quoted", Position);
        }

        int valuePosition = ++Position;
        ReadOnlySpan<byte> value = TakeUntil([quote], valuePosition);
        if (value.IndexOf((byte)'<') is >= 0 and var markup)
        {
            throw new MalformedContentException("An attribute's value holds markup", valuePosition + markup);
        }

        XmlReferences.Check(value, valuePosition);
        XmlAttributes earlier = new(_document, start, position);
        while (earlier.MoveNext())
        {
            if (earlier.Name.SequenceEqual(name))
            {
                throw new MalformedContentException("A tag has an attribute twice", position);
            }
        }
    }

    private static void RequireSize(int length, int position)
    {
        if (length > MaxTokenBytes)
        {
            throw TooLarge(position);
        }
    }

    private static MalformedContentException TooLarge(int position) =>
        new($"A part of the document has more than {MaxTokenBytes} bytes", position);
}
