using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text.Unicode;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>Reads the heads of CBOR items (RFC 8949 §3), and the items that hold no others: strings and numbers.</summary>
/// <param name="content">The items.</param>
internal ref struct CborItems(ReadOnlySpan<byte> content)
{
    private readonly ReadOnlySpan<byte> _content = content;
    private int _position;

    /// <summary>The zero-based index of the next byte.</summary>
    public readonly int Position => _position;

    public readonly bool IsAtEnd => _position == _content.Length;

    public readonly CborMajorType NextType => MajorTypeOf(Peek());

    public static CborMajorType MajorTypeOf(byte first) => (CborMajorType)(first >> 5);

    public static bool IsFloat(byte first) => first is CborSimple.Half or CborSimple.Single or CborSimple.Double;

    public static MalformedContentException Unexpected(string expected, byte found, int position) =>
        new(string.Create(CultureInfo.InvariantCulture, $"Expected {expected} but found 0x{found:X2}"), position);

    /// <summary>The next byte, which stays the next.</summary>
    public readonly byte Peek() => _position < _content.Length ? _content[_position] : throw CutOff();

    public byte ReadByte()
    {
        byte value = Peek();
        _position++;
        return value;
    }

    public bool TrySkipNull()
    {
        bool isNull = Peek() is CborSimple.Null or CborSimple.Undefined;
        _position += isNull ? 1 : 0;
        return isNull;
    }

    public bool TrySkipBreak()
    {
        bool isBreak = Peek() == CborSimple.Break;
        _position += isBreak ? 1 : 0;
        return isBreak;
    }

    /// <summary>Reads the head of an item whose length is definite.</summary>
    public ulong ReadArgument()
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

    /// <summary>Reads the head of a map or list: how many entries or items it has; null when a break ends it.</summary>
    /// <param name="smallestItem">The least size of an entry or item in bytes.</param>
    public int? ReadCount(int smallestItem)
    {
        if (!IsIndefinite(Peek()))
        {
            return ReadLength(smallestItem);
        }

        _position++;
        return null;
    }

    public double ReadFloat() =>
        ReadByte() switch
        {
            CborSimple.Half => (double)BinaryPrimitives.ReadHalfBigEndian(Take(sizeof(ushort))),
            CborSimple.Single => BinaryPrimitives.ReadSingleBigEndian(Take(sizeof(float))),
            _ => BinaryPrimitives.ReadDoubleBigEndian(Take(sizeof(double))),
        };

    public ReadOnlySpan<byte> ReadByteString() => ReadString(CborMajorType.ByteString, "a byte string");

    /// <summary>Reads a string as the UTF-8 that it is.</summary>
    public ReadOnlySpan<byte> ReadTextBytes()
    {
        int start = _position;
        ReadOnlySpan<byte> text = ReadString(CborMajorType.TextString, "a text string");
        return Utf8.IsValid(text) ? text : throw new MalformedContentException("Expected UTF-8", start);
    }

    private static bool IsIndefinite(byte first) => (first & 0x1F) == CborSimple.Indefinite;

    private ReadOnlySpan<byte> ReadString(CborMajorType type, string expected)
    {
        byte first = Peek();
        return MajorTypeOf(first) != type ? throw Unexpected(expected, first, _position)
            : IsIndefinite(first) ? ReadChunks(type)
            : Take(ReadLength(smallestItem: 1));
    }

    private ReadOnlySpan<byte> ReadChunks(CborMajorType type)
    {
        _position++;
        ArrayBufferWriter<byte> whole = new();
        while (!TrySkipBreak())
        {
            byte first = Peek();
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

        return whole.WrittenSpan;
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

    private readonly MalformedContentException CutOff() => new("The content ends in the middle of an item", _position);
}
