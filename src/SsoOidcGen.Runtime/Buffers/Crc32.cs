using System.Buffers.Binary;

namespace SsoOidcGen.Runtime;

/// <summary>The checksum of event stream messages (ISO 3309, RFC 1952 §8: reflected polynomial <c>EDB88320</c>).</summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;

    private static readonly uint[] Table = MakeTable();

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
        {
            crc = Table[(byte)(crc ^ value)] ^ (crc >> 8);
        }

        return ~crc;
    }

    /// <summary>The big-endian checksum that stands at the start of <paramref name="stored"/> is that of <paramref name="bytes"/>.</summary>
    public static bool Matches(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> stored) =>
        Of(bytes) == BinaryPrimitives.ReadUInt32BigEndian(stored);

    private static uint[] MakeTable()
    {
        uint[] table = new uint[byte.MaxValue + 1];
        for (uint i = 0; i < table.Length; i++)
        {
            uint crc = i;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ Polynomial;
            }

            table[i] = crc;
        }

        return table;
    }
}
