using System.Buffers;
using System.Buffers.Binary;
using System.ComponentModel;
using System.Text;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>Writes CBOR (RFC 8949): shortest heads, maps of indefinite length, lists of definite length.</summary>
/// <param name="output">Takes the bytes.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CborWriter(IBufferWriter<byte> output)
{
    private const int MaxHead = 9;

    /// <summary>Begins a map or structure, which <see cref="WriteEndMap"/> ends.</summary>
    public void WriteStartMap() => WriteByte(((byte)CborMajorType.Map << 5) | CborSimple.Indefinite);

    /// <summary>Ends a map or structure.</summary>
    public void WriteEndMap() => WriteByte(CborSimple.Break);

    /// <summary>Begins a list of unknown length, which <see cref="WriteEndMap"/> ends too.</summary>
    internal void WriteStartList() => WriteByte(((byte)CborMajorType.Array << 5) | CborSimple.Indefinite);

    /// <summary>Begins a list; exactly <paramref name="count"/> items follow.</summary>
    /// <param name="count">The number of items.</param>
    public void WriteStartList(int count) => WriteHead(CborMajorType.Array, (ulong)count);

    /// <summary>Writes the name of a member.</summary>
    /// <param name="name">The name in UTF-8.</param>
    public void WriteName(ReadOnlySpan<byte> name) => WriteBytes(CborMajorType.TextString, name);

    /// <summary>Writes a map's key.</summary>
    /// <param name="key">The key.</param>
    public void WriteName(string key) => WriteString(key);

    /// <summary>Writes null.</summary>
    public void WriteNull() => WriteByte(CborSimple.Null);

    /// <summary>Writes a boolean.</summary>
    /// <param name="value">The value.</param>
    public void WriteBoolean(bool value) => WriteByte(value ? CborSimple.True : CborSimple.False);

    /// <summary>Writes an integer of any size up to 64 bits.</summary>
    /// <param name="value">The value.</param>
    public void WriteInteger(long value)
    {
        if (value >= 0)
        {
            WriteHead(CborMajorType.UnsignedInteger, (ulong)value);
        }
        else
        {
            WriteHead(CborMajorType.NegativeInteger, (ulong)~value);
        }
    }

    /// <summary>Writes a single-precision number.</summary>
    /// <param name="value">The value.</param>
    public void WriteSingle(float value)
    {
        Span<byte> span = output.GetSpan(1 + sizeof(float));
        span[0] = CborSimple.Single;
        BinaryPrimitives.WriteSingleBigEndian(span[1..], value);
        output.Advance(1 + sizeof(float));
    }

    /// <summary>Writes a double-precision number.</summary>
    /// <param name="value">The value.</param>
    public void WriteDouble(double value)
    {
        Span<byte> span = output.GetSpan(1 + sizeof(double));
        span[0] = CborSimple.Double;
        BinaryPrimitives.WriteDoubleBigEndian(span[1..], value);
        output.Advance(1 + sizeof(double));
    }

    /// <summary>Writes a string.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="EncoderFallbackException">It holds half of a surrogate pair.</exception>
    public void WriteString(string value)
    {
        int length = StrictUtf8.Encoding.GetByteCount(value);
        WriteHead(CborMajorType.TextString, (ulong)length);
        StrictUtf8.Encoding.GetBytes(value, output.GetSpan(length));
        output.Advance(length);
    }

    /// <summary>Writes bytes.</summary>
    /// <param name="value">The value.</param>
    public void WriteBlob(ReadOnlySpan<byte> value) => WriteBytes(CborMajorType.ByteString, value);

    /// <summary>Writes a timestamp as tagged seconds since 1970-01-01T00:00:00Z: an integer, or a double when it has a fraction.</summary>
    /// <param name="value">The value.</param>
    public void WriteTimestamp(DateTimeOffset value)
    {
        WriteHead(CborMajorType.Tag, CborSimple.EpochTag);
        long ticks = value.UtcTicks - DateTimeOffset.UnixEpoch.Ticks;
        if (ticks % TimeSpan.TicksPerSecond == 0)
        {
            WriteInteger(ticks / TimeSpan.TicksPerSecond);
        }
        else
        {
            WriteDouble((double)ticks / TimeSpan.TicksPerSecond);
        }
    }

    private void WriteByte(byte value)
    {
        output.GetSpan(1)[0] = value;
        output.Advance(1);
    }

    private void WriteBytes(CborMajorType type, ReadOnlySpan<byte> bytes)
    {
        WriteHead(type, (ulong)bytes.Length);
        output.Write(bytes);
    }

    private void WriteHead(CborMajorType type, ulong argument)
    {
        Span<byte> span = output.GetSpan(MaxHead);
        int high = (int)type << 5;
        switch (argument)
        {
            case < 24:
                span[0] = (byte)(high | (int)argument);
                output.Advance(1);
                break;
            case <= byte.MaxValue:
                span[0] = (byte)(high | 24);
                span[1] = (byte)argument;
                output.Advance(2);
                break;
            case <= ushort.MaxValue:
                span[0] = (byte)(high | 25);
                BinaryPrimitives.WriteUInt16BigEndian(span[1..], (ushort)argument);
                output.Advance(3);
                break;
            case <= uint.MaxValue:
                span[0] = (byte)(high | 26);
                BinaryPrimitives.WriteUInt32BigEndian(span[1..], (uint)argument);
                output.Advance(5);
                break;
            default:
                span[0] = (byte)(high | 27);
                BinaryPrimitives.WriteUInt64BigEndian(span[1..], argument);
                output.Advance(MaxHead);
                break;
        }
    }
}
