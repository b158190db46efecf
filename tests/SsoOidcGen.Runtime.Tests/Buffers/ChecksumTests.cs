using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;
using CsCheck;

namespace SsoOidcGen.Runtime.Tests.Buffers;

public sealed class ChecksumTests
{
    [Theory]
    [InlineData("CRC32", "CBF43926")]
    [InlineData("CRC32C", "E3069283")]
    [InlineData("CRC64NVME", "AE8B14860A799888")]
    public void The_check_value_is_the_published_one(string algorithm, string expected) =>
        Assert.Equal(expected, Convert.ToHexString(Of(algorithm, "123456789"u8)));

    [Theory]
    [InlineData("CRC32", "DUoRhQ==")]
    [InlineData("CRC32C", "yZRlqg==")]
    [InlineData("CRC64NVME", "jSnVw/bqjr4=")]
    [InlineData("SHA1", "Kq5sNclPz7QV2+lfQIuc6R7oRu0=")]
    [InlineData("SHA256", "uU0nuZNNPgilLlLX2n2r+sSE7+N6U4DukIj3rOLvzek=")]
    public void The_checksum_of_a_text_is_the_published_one(string algorithm, string expected)
    {
        using Checksum checksum = Create(algorithm);
        checksum.Append("hello world"u8);
        Assert.Equal(expected, checksum.CompleteAsBase64());
    }

    // iSCSI, RFC 3720 §B.4.
    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000", "8A9136AA")]
    [InlineData("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF", "62A8AB43")]
    [InlineData("000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F", "46DD794E")]
    public void The_checksum_of_iSCSI_s_examples_is_the_published_one(string bytes, string expected) =>
        Assert.Equal(expected, Convert.ToHexString(Of("CRC32C", Convert.FromHexString(bytes))));

    [Theory]
    [InlineData("CRC32")]
    [InlineData("CRC32C")]
    [InlineData("CRC64NVME")]
    [InlineData("SHA1")]
    [InlineData("SHA256")]
    public void Pieces_of_any_length_give_the_checksum_of_the_whole(string algorithm) =>
        Gen
            .Byte.Array[0, 2000]
            .Array[0, 6]
            .Sample(
                pieces =>
                {
                    using Checksum checksum = Create(algorithm);
                    foreach (byte[] piece in pieces)
                    {
                        checksum.Append(piece);
                    }

                    byte[] actual = new byte[checksum.Size];
                    checksum.Complete(actual);
                    Assert.Equal(BitByBit(algorithm, [.. pieces.SelectMany(piece => piece)]), actual);
                },
                iter: 200
            );

    [Fact]
    public void Every_length_around_the_folded_blocks_agrees_with_another_implementation()
    {
        byte[] bytes = [.. Enumerable.Range(0, 1100).Select(static i => (byte)(i * 31))];
        for (int length = 0; length <= bytes.Length; length++)
        {
            ReadOnlySpan<byte> part = bytes.AsSpan(0, length);
            byte[] expected = Crc32.Hash(part);
            Array.Reverse(expected);
            Assert.Equal(expected, Of("CRC32", part));
        }
    }

    [Fact]
    public void After_a_checksum_the_next_one_starts_anew()
    {
        using Checksum checksum = Create("CRC32");
        checksum.Append(Encoding.UTF8.GetBytes(new string('x', 500)));
        checksum.CompleteAsBase64();
        checksum.Append("hello world"u8);
        Assert.Equal("DUoRhQ==", checksum.CompleteAsBase64());
    }

    private static Checksum Create(string algorithm) =>
        algorithm switch
        {
            "CRC32" => new CrcChecksum(Crc.Crc32),
            "CRC32C" => new CrcChecksum(Crc.Crc32C),
            "CRC64NVME" => new CrcChecksum(Crc.Crc64Nvme),
            "SHA1" => new HashChecksum(HashAlgorithmName.SHA1),
            _ => new HashChecksum(HashAlgorithmName.SHA256),
        };

    private static byte[] Of(string algorithm, ReadOnlySpan<byte> bytes)
    {
        using Checksum checksum = Create(algorithm);
        checksum.Append(bytes);
        byte[] result = new byte[checksum.Size];
        checksum.Complete(result);
        return result;
    }

    /// <summary>The definition of the checksum, without any table.</summary>
    private static byte[] BitByBit(string algorithm, byte[] bytes) =>
        algorithm switch
        {
            "CRC32" => BitByBit(bytes, 0xEDB88320, sizeof(uint)),
            "CRC32C" => BitByBit(bytes, 0x82F63B78, sizeof(uint)),
            "CRC64NVME" => BitByBit(bytes, 0x9A6C9329AC4BC9B5, sizeof(ulong)),
#pragma warning disable CA5350 // One of the algorithms that services offer.
            "SHA1" => SHA1.HashData(bytes),
#pragma warning restore CA5350
            _ => SHA256.HashData(bytes),
        };

    private static byte[] BitByBit(byte[] bytes, ulong polynomial, int size)
    {
        ulong mask = ulong.MaxValue >> (64 - (8 * size));
        ulong state = mask;
        foreach (byte value in bytes)
        {
            state ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                state = (state & 1) == 0 ? state >> 1 : (state >> 1) ^ polynomial;
            }
        }

        return [.. Enumerable.Range(1, size).Select(i => (byte)((state ^ mask) >> (8 * (size - i))))];
    }
}
