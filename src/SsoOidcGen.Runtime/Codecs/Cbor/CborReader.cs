using System.Buffers;
using System.Buffers.Binary;
using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Unicode;

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

    private readonly ReadOnlySpan<byte> _content = content;
    private int _position;
    private int _depth;
    private Remaining _remaining;

    /// <summary>The zero-based index of the next byte.</summary>
    public readonly int Position => _position;

    /// <summary>What comes next.</summary>
    /// <exception cref="MalformedContentException">The content ends here.</exception>
    internal readonly CborMajorType NextType => MajorTypeOf(Peek());

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
            if (Peek() != CborSimple.Break)
            {
                return true;
            }

            _position++;
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
        byte first = Peek();
        switch (MajorTypeOf(first))
        {
            case CborMajorType.UnsignedInteger:
            case CborMajorType.NegativeInteger:
                ReadArgument();
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
    public bool TrySkipNull()
    {
        bool isNull = Peek() is CborSimple.Null or CborSimple.Undefined;
        _position += isNull ? 1 : 0;
        return isNull;
    }

    /// <summary>Reads a boolean.</summary>
    /// <exception cref="MalformedContentException">Something else comes next.</exception>
    public bool ReadBoolean() =>
        ReadByte() switch
        {
            CborSimple.True => true,
            CborSimple.False => false,
            byte first => throw Unexpected("a boolean", first),
        };

    /// <summary>Reads an integer, or a floating point number without a fraction.</summary>
    /// <exception cref="MalformedContentException">Something else comes next, or the number needs more than 64 bits.</exception>
    public long ReadInt64()
    {
        int start = _position;
        byte first = Peek();
        switch (MajorTypeOf(first))
        {
            case CborMajorType.UnsignedInteger:
                return ReadArgument() is <= long.MaxValue and ulong value ? (long)value : throw OutOfRange(start);
            case CborMajorType.NegativeInteger:
                return ReadArgument() is <= long.MaxValue and ulong complement
                    ? ~(long)complement
                    : throw OutOfRange(start);
            case CborMajorType.SimpleOrFloat when IsFloat(first):
                double number = ReadFloat();
                return
                    number is >= -9223372036854775808.0 and < 9223372036854775808.0 && number == Math.Truncate(number)
                    ? (long)number
                    : throw OutOfRange(start);
            default:
                throw Unexpected("an integer", first, start);
        }
    }

    /// <summary>Reads a floating point number of any width, or an integer.</summary>
    /// <exception cref="MalformedContentException">Something else comes next.</exception>
    public double ReadDouble()
    {
        byte first = Peek();
        return MajorTypeOf(first) switch
        {
            CborMajorType.UnsignedInteger => ReadArgument(),
            CborMajorType.NegativeInteger => -1.0 - ReadArgument(),
            CborMajorType.SimpleOrFloat when IsFloat(first) => ReadFloat(),
            _ => throw Unexpected("a number", first, _position),
        };
    }

    /// <summary>Reads the number of seconds of a timestamp: tagged with 1, or bare.</summary>
    /// <exception cref="MalformedContentException">Something else comes next, or another tag.</exception>
    public double ReadEpochSeconds()
    {
        byte first = Peek();
        if (MajorTypeOf(first) == CborMajorType.Tag)
        {
            int start = _position;
            if (ReadArgument() != CborSimple.EpochTag)
            {
                throw new MalformedContentException("Expected a timestamp, tagged with 1,", start);
            }
        }

        return ReadDouble();
    }

    /// <summary>Reads bytes.</summary>
    /// <exception cref="MalformedContentException">Something else comes next.</exception>
    public ReadOnlySpan<byte> ReadByteString() => ReadStringBytes(CborMajorType.ByteString, "a byte string");

    /// <summary>Reads a string as the UTF-8 that it is.</summary>
    /// <exception cref="MalformedContentException">Something else comes next, or it is not UTF-8.</exception>
    public ReadOnlySpan<byte> ReadTextBytes()
    {
        int start = _position;
        ReadOnlySpan<byte> text = ReadStringBytes(CborMajorType.TextString, "a text string");
        return Utf8.IsValid(text) ? text : throw new MalformedContentException("Expected UTF-8", start);
    }

    private static CborMajorType MajorTypeOf(byte first) => (CborMajorType)(first >> 5);

    private static bool IsFloat(byte first) => first is CborSimple.Half or CborSimple.Single or CborSimple.Double;

    private readonly byte Peek() => _position < _content.Length ? _content[_position] : throw CutOff();

    private byte ReadByte()
    {
        byte value = Peek();
        _position++;
        return value;
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > _content.Length - _position)
        {
            throw CutOff();
        }

        ReadOnlySpan<byte> taken = _content.Slice(_position, length);
        _position += length;
        return taken;
    }

    /// <summary>Reads the head of an item whose length is definite.</summary>
    private ulong ReadArgument()
    {
        int start = _position;
        int info = ReadByte() & 0x1F;
        return info switch
        {
            < 24 => (ulong)info,
            24 => ReadByte(),
            25 => BinaryPrimitives.ReadUInt16BigEndian(Take(sizeof(ushort))),
            26 => BinaryPrimitives.ReadUInt32BigEndian(Take(sizeof(uint))),
            27 => BinaryPrimitives.ReadUInt64BigEndian(Take(sizeof(ulong))),
            _ => throw new MalformedContentException("An item has a head that CBOR does not know", start),
        };
    }

    /// <summary>A length is never believed before the content can hold it.</summary>
    private int ReadLength(int smallestItem)
    {
        int start = _position;
        ulong length = ReadArgument();
        return length <= (ulong)((_content.Length - _position) / smallestItem)
            ? (int)length
            : throw new MalformedContentException("An item is longer than the content", start);
    }

    private void Enter(CborMajorType type, int smallestItem)
    {
        byte first = Peek();
        if (MajorTypeOf(first) != type)
        {
            throw Unexpected(type == CborMajorType.Map ? "a map" : "an array", first, _position);
        }

        if (_depth == MaxDepth)
        {
            throw new MalformedContentException("The content is nested more than 128 levels deep", _position);
        }

        int count = IndefiniteCount;
        if ((first & 0x1F) == CborSimple.Indefinite)
        {
            _position++;
        }
        else
        {
            count = ReadLength(smallestItem);
        }

        _remaining[_depth++] = count;
    }

    private void Leave()
    {
        _depth--;
        if (_depth == 0 && _position < _content.Length)
        {
            throw new MalformedContentException("Expected the end of the content", _position);
        }
    }

    private ReadOnlySpan<byte> ReadStringBytes(CborMajorType type, string expected)
    {
        byte first = Peek();
        if (MajorTypeOf(first) != type)
        {
            throw Unexpected(expected, first, _position);
        }

        return (first & 0x1F) == CborSimple.Indefinite ? ReadChunks(type) : Take(ReadLength(smallestItem: 1));
    }

    private ReadOnlySpan<byte> ReadChunks(CborMajorType type)
    {
        _position++;
        ArrayBufferWriter<byte> whole = new();
        while (Peek() is var first && first != CborSimple.Break)
        {
            if (MajorTypeOf(first) != type)
            {
                throw Unexpected("a chunk of the same type", first, _position);
            }

            int start = _position;
            ReadOnlySpan<byte> chunk = Take(ReadLength(smallestItem: 1));
            whole.Write(
                type == CborMajorType.ByteString || Utf8.IsValid(chunk)
                    ? chunk
                    : throw new MalformedContentException("Expected UTF-8", start)
            );
        }

        _position++;
        return whole.WrittenSpan;
    }

    private double ReadFloat() =>
        ReadByte() switch
        {
            CborSimple.Half => (double)BinaryPrimitives.ReadHalfBigEndian(Take(sizeof(ushort))),
            CborSimple.Single => BinaryPrimitives.ReadSingleBigEndian(Take(sizeof(float))),
            _ => BinaryPrimitives.ReadDoubleBigEndian(Take(sizeof(double))),
        };

    private void SkipTagged()
    {
        if (_depth == MaxDepth)
        {
            throw new MalformedContentException("The content is nested more than 128 levels deep", _position);
        }

        int start = _position;
        bool isTimestamp = ReadArgument() == CborSimple.EpochTag;
        byte first = Peek();
        if (isTimestamp && !IsFloat(first) && MajorTypeOf(first) > CborMajorType.NegativeInteger)
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
        if (IsFloat(first))
        {
            ReadFloat();
        }
        else if (first is >= CborSimple.False and <= CborSimple.Undefined)
        {
            _position++;
        }
        else
        {
            throw Unexpected("a value", first, _position);
        }
    }

    private readonly MalformedContentException CutOff() => new("The content ends in the middle of an item", _position);

    private readonly MalformedContentException Unexpected(string expected, byte found) =>
        Unexpected(expected, found, _position - 1);

    private static MalformedContentException Unexpected(string expected, byte found, int position) =>
        new(string.Create(CultureInfo.InvariantCulture, $"Expected {expected} but found 0x{found:X2}"), position);

    private static MalformedContentException OutOfRange(int position) => new("Expected a 64-bit integer", position);

    /// <summary>How many items the open maps and lists still have.</summary>
    [InlineArray(MaxDepth)]
    private struct Remaining
    {
        private int _first;
    }
}
