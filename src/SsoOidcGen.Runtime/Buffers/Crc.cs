using System.Buffers.Binary;

namespace SsoOidcGen.Runtime;

/// <summary>A cyclic redundancy check of at most 64 bits whose bits are reflected; all bits of start and result are inverted.</summary>
internal sealed class Crc
{
    /// <summary>ISO 3309, RFC 1952 §8.</summary>
    public static readonly Crc Crc32 = new(0xEDB88320, sizeof(uint));

    /// <summary>The Castagnoli polynomial (RFC 3720 §12.1).</summary>
    public static readonly Crc Crc32C = new(0x82F63B78, sizeof(uint));

    /// <summary>NVM Express NVM Command Set Specification, "64b CRC polynomials".</summary>
    public static readonly Crc Crc64Nvme = new(0x9A6C9329AC4BC9B5, sizeof(ulong));

    private readonly ulong[] _table;
    private readonly CrcFolding _folding;

    private Crc(ulong polynomial, int size)
    {
        Size = size;
        Start = ulong.MaxValue >> (64 - (8 * size));
        _table = MakeTable(polynomial);
        _folding = new CrcFolding(polynomial << (64 - (8 * size)), Start << (64 - (8 * size)));
    }

    /// <summary>The size of a checksum in bytes.</summary>
    public int Size { get; }

    /// <summary>The state before the first byte.</summary>
    public ulong Start { get; }

    /// <summary>The state after some bytes, given the state before them.</summary>
    public ulong Append(ulong state, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= CrcFolding.MinimumLength && CrcFolding.IsSupported)
        {
            Span<byte> folded = stackalloc byte[CrcFolding.ResultLength];
            int consumed = _folding.Fold(state, bytes, folded);
            state = AppendEach(0, folded);
            bytes = bytes[consumed..];
        }

        return AppendEach(state, bytes);
    }

    /// <summary>Writes the checksum for a state, most significant byte first.</summary>
    public void Write(ulong state, Span<byte> checksum)
    {
        if (Size == sizeof(uint))
        {
            BinaryPrimitives.WriteUInt32BigEndian(checksum, (uint)(state ^ Start));
        }
        else
        {
            BinaryPrimitives.WriteUInt64BigEndian(checksum, state ^ Start);
        }
    }

    /// <summary>The checksum that stands at the start of <paramref name="stored"/> is that of <paramref name="bytes"/>.</summary>
    public bool Matches(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> stored)
    {
        Span<byte> checksum = stackalloc byte[Size];
        Write(Append(Start, bytes), checksum);
        return stored.StartsWith(checksum);
    }

    private ulong AppendEach(ulong state, ReadOnlySpan<byte> bytes)
    {
        ulong[] table = _table;
        foreach (byte value in bytes)
        {
            state = table[(byte)(state ^ value)] ^ (state >> 8);
        }

        return state;
    }

    private static ulong[] MakeTable(ulong polynomial)
    {
        ulong[] table = new ulong[byte.MaxValue + 1];
        for (uint i = 0; i < table.Length; i++)
        {
            ulong state = i;
            for (int bit = 0; bit < 8; bit++)
            {
                state = (state & 1) == 0 ? state >> 1 : (state >> 1) ^ polynomial;
            }

            table[i] = state;
        }

        return table;
    }
}
