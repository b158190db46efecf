using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>
/// Reads CBOR (RFC 8949) that a service sent: every form of a value is understood, and everything malformed, deeper than
/// 128 levels or longer than the content itself is refused with a <see cref="MalformedContentException"/>.
/// </summary>
/// <param name="content">One item, to its last byte.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct CborReader(ReadOnlySpan<byte> content)
{
    private const int MaxDepth = 128;
    private const int IndefiniteCount = -1;

    private CborItems _items = new(content);
    private int _depth;
    private Remaining _remaining;

    /// <summary>The zero-based index of the next byte.</summary>
    public readonly int Position => _items.Position;

    /// <summary>What comes next.</summary>
    /// <exception cref="MalformedContentException">The content ends here.</exception>
    internal readonly CborMajorType NextType => _items.NextType;

    /// <summary>Enters the map or structure that comes next.</summary>
    /// <exception cref="MalformedContentException">Something else comes next.</exception>
    public void ExpectObject() => Enter(CborMajorType.Map, smallestItem: 2);

    /// <summary>Enters the list that comes next.</summary>
    /// <exception cref="MalformedContentException">Something else comes next.</exception>
    public void ExpectArray() => Enter(CborMajorType.Array, smallestItem: 1);

    /// <summary>Moves to the value of the next member that is not null; at the end leaves the map.</summary>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <returns>False at the end of the map.</returns>
    /// <exception cref="MalformedContentException">What comes next is not well-formed.</exception>
    public bool NextMember(out ReadOnlySpan<byte> name)
    {
        while (NextEntry(out name))
        {
            if (!TrySkipNull())
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Moves to the value of the next entry, which may be null; at the end leaves the map. Keys that are not text are skipped with their values.</summary>
    /// <param name="key">The entry's key in UTF-8.</param>
    /// <returns>False at the end of the map.</returns>
    /// <exception cref="MalformedContentException">What comes next is not well-formed.</exception>
    public bool NextEntry(out ReadOnlySpan<byte> key)
    {
        while (NextItem())
        {
            if (NextType == CborMajorType.TextString)
            {
                key = ReadTextBytes();
                return true;
            }

            Skip();
            Skip();
        }

        key = default;
        return false;
    }

    /// <summary>Moves to the next item of the list; at the end leaves the list.</summary>
    /// <returns>False at the end of the list.</returns>
    /// <exception cref="MalformedContentException">What comes next is not well-formed.</exception>
    public bool NextItem()
    {
        ref int remaining = ref _remaining[_depth - 1];
        if (remaining == IndefiniteCount)
        {
            if (!_items.TrySkipBreak())
            {
                return true;
            }
        }
        else if (remaining > 0)
        {
            remaining--;
            return true;
        }

        Leave();
        return false;
    }

    /// <summary>Skips the value that comes next, whatever it is.</summary>
    /// <exception cref="MalformedContentException">It is not well-formed.</exception>
    public void Skip()
    {
        byte first = _items.Peek();
        switch (CborItems.MajorTypeOf(first))
        {
            case CborMajorType.UnsignedInteger:
            case CborMajorType.NegativeInteger:
                _items.ReadArgument();
                break;
            case CborMajorType.ByteString:
                ReadByteString();
                break;
            case CborMajorType.TextString:
                ReadTextBytes();
                break;
            case CborMajorType.Array:
                ExpectArray();
                while (NextItem())
                {
                    Skip();
                }

                break;
            case CborMajorType.Map:
                ExpectObject();
                while (NextItem())
                {
                    Skip();
                    Skip();
                }

                break;
            case CborMajorType.Tag:
                SkipTagged();
                break;
            default:
                SkipSimple(first);
                break;
        }
    }

    /// <summary>Skips null if it comes next.</summary>
    /// <returns>Whether it did.</returns>
    /// <exception cref="MalformedContentException">The content ends here.</exception>
    public bool TrySkipNull() => _items.TrySkipNull();

    /// <summary>Reads a boolean.</summary>
    /// <exception cref="MalformedContentException">Something else comes next.</exception>
    public bool ReadBoolean() =>
        _items.ReadByte() switch
        {
            CborSimple.True => true,
            CborSimple.False => false,
            byte first => throw CborItems.Unexpected("a boolean", first, Position - 1),
        };

    /// <summary>Reads an integer, or a floating point number without a fraction.</summary>
    /// <exception cref="MalformedContentException">Something else comes next, or the number needs more than 64 bits.</exception>
    public long ReadInt64()
    {
        int start = Position;
        byte first = _items.Peek();
        switch (CborItems.MajorTypeOf(first))
        {
            case CborMajorType.UnsignedInteger:
                return _items.ReadArgument() is <= long.MaxValue and ulong value
                    ? (long)value
                    : throw OutOfRange(start);
            case CborMajorType.NegativeInteger:
                return _items.ReadArgument() is <= long.MaxValue and ulong complement
                    ? ~(long)complement
                    : throw OutOfRange(start);
            case CborMajorType.SimpleOrFloat when CborItems.IsFloat(first):
                double number = _items.ReadFloat();
                return
                    number is >= -9223372036854775808.0 and < 9223372036854775808.0 && number == Math.Truncate(number)
                    ? (long)number
                    : throw OutOfRange(start);
            default:
                throw CborItems.Unexpected("an integer", first, start);
        }
    }

    /// <summary>Reads a floating point number of any width, or an integer.</summary>
    /// <exception cref="MalformedContentException">Something else comes next.</exception>
    public double ReadDouble()
    {
        byte first = _items.Peek();
        return CborItems.MajorTypeOf(first) switch
        {
            CborMajorType.UnsignedInteger => _items.ReadArgument(),
            CborMajorType.NegativeInteger => -1.0 - _items.ReadArgument(),
            CborMajorType.SimpleOrFloat when CborItems.IsFloat(first) => _items.ReadFloat(),
            _ => throw CborItems.Unexpected("a number", first, Position),
        };
    }

    /// <summary>Reads the number of seconds of a timestamp: tagged with 1, or bare.</summary>
    /// <exception cref="MalformedContentException">Something else comes next, or another tag.</exception>
    public double ReadEpochSeconds()
    {
        byte first = _items.Peek();
        if (CborItems.MajorTypeOf(first) == CborMajorType.Tag)
        {
            int start = Position;
            if (_items.ReadArgument() != CborSimple.EpochTag)
            {
                throw new MalformedContentException("Expected a timestamp, tagged with 1,", start);
            }
        }

        return ReadDouble();
    }

    /// <summary>Reads bytes.</summary>
    /// <exception cref="MalformedContentException">Something else comes next.</exception>
    public ReadOnlySpan<byte> ReadByteString() => _items.ReadByteString();

    /// <summary>Reads a string as the UTF-8 that it is.</summary>
    /// <exception cref="MalformedContentException">Something else comes next, or it is not UTF-8.</exception>
    public ReadOnlySpan<byte> ReadTextBytes() => _items.ReadTextBytes();

    private void Enter(CborMajorType type, int smallestItem)
    {
        byte first = _items.Peek();
        if (CborItems.MajorTypeOf(first) != type)
        {
            throw CborItems.Unexpected(type == CborMajorType.Map ? "a map" : "an array", first, Position);
        }

        if (_depth == MaxDepth)
        {
            throw new MalformedContentException("The content is nested more than 128 levels deep", Position);
        }

        _remaining[_depth++] = _items.ReadCount(smallestItem) ?? IndefiniteCount;
    }

    private void Leave()
    {
        _depth--;
        if (_depth == 0 && !_items.IsAtEnd)
        {
            throw new MalformedContentException("Expected the end of the content", Position);
        }
    }

    private void SkipTagged()
    {
        if (_depth == MaxDepth)
        {
            throw new MalformedContentException("The content is nested more than 128 levels deep", Position);
        }

        int start = Position;
        bool isTimestamp = _items.ReadArgument() == CborSimple.EpochTag;
        byte first = _items.Peek();
        if (isTimestamp && !CborItems.IsFloat(first) && CborItems.MajorTypeOf(first) > CborMajorType.NegativeInteger)
        {
            throw new MalformedContentException("Expected a number in a timestamp", start);
        }

        // A tag is a level, too, so that a row of them ends.
        _depth++;
        Skip();
        _depth--;
    }

    private void SkipSimple(byte first)
    {
        if (CborItems.IsFloat(first))
        {
            _items.ReadFloat();
        }
        else if (first is >= CborSimple.False and <= CborSimple.Undefined)
        {
            _items.ReadByte();
        }
        else
        {
            throw CborItems.Unexpected("a value", first, Position);
        }
    }

    private static MalformedContentException OutOfRange(int position) => new("Expected a 64-bit integer", position);

    /// <summary>How many items the open maps and lists still have.</summary>
    [InlineArray(MaxDepth)]
    private struct Remaining
    {
        private int _first;
    }
}
