using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Arm = System.Runtime.Intrinsics.Arm;

namespace SsoOidcGen.Runtime;

/// <summary>
/// Replaces a long run of bytes with 16 that leave the same remainder, by carry-less multiplication, for which processors
/// have an instruction (V. Gopal et al., "Fast CRC Computation for Generic Polynomials Using PCLMULQDQ Instruction",
/// Intel 2009).
/// </summary>
internal readonly struct CrcFolding
{
    /// <summary>The length of the result in bytes.</summary>
    public const int ResultLength = 16;

    /// <summary>The number of bytes from which on folding works, and pays.</summary>
    public const int MinimumLength = LaneCount * ResultLength;

    private const int LaneCount = 4;
    private const int BitsPerLane = 8 * ResultLength;

    private readonly Vector128<ulong> _acrossLanes;
    private readonly Vector128<ulong> _toNextLane;

    /// <param name="polynomial">Reflected, in the upper bits: the highest bit stands for the power 0.</param>
    /// <param name="mask">The bits that a remainder takes.</param>
    public CrcFolding(ulong polynomial, ulong mask)
    {
        _acrossLanes = Multipliers(LaneCount * BitsPerLane, polynomial, mask);
        _toNextLane = Multipliers(BitsPerLane, polynomial, mask);
    }

    public static bool IsSupported => BitConverter.IsLittleEndian && (Pclmulqdq.IsSupported || Arm.Aes.IsSupported);

    /// <param name="state">The state of the check before the bytes.</param>
    /// <param name="bytes">At least <see cref="MinimumLength"/>.</param>
    /// <param name="result">The bytes that stand for those consumed, and for the state.</param>
    /// <returns>How many bytes were consumed.</returns>
    public int Fold(ulong state, ReadOnlySpan<byte> bytes, Span<byte> result)
    {
        ReadOnlySpan<Vector128<ulong>> blocks = MemoryMarshal.Cast<byte, Vector128<ulong>>(bytes);
        int consumed = blocks.Length * ResultLength;
        Vector128<ulong> first = blocks[0] ^ Vector128.CreateScalar(state);
        Vector128<ulong> second = blocks[1];
        Vector128<ulong> third = blocks[2];
        Vector128<ulong> fourth = blocks[3];
        blocks = blocks[LaneCount..];
        while (blocks.Length >= LaneCount)
        {
            first = Shift(first, _acrossLanes) ^ blocks[0];
            second = Shift(second, _acrossLanes) ^ blocks[1];
            third = Shift(third, _acrossLanes) ^ blocks[2];
            fourth = Shift(fourth, _acrossLanes) ^ blocks[3];
            blocks = blocks[LaneCount..];
        }

        Vector128<ulong> folded = Shift(first, _toNextLane) ^ second;
        folded = Shift(folded, _toNextLane) ^ third;
        folded = Shift(folded, _toNextLane) ^ fourth;
        foreach (Vector128<ulong> block in blocks)
        {
            folded = Shift(folded, _toNextLane) ^ block;
        }

        folded.AsByte().CopyTo(result);
        return consumed;
    }

    /// <summary>Multiplies a block by a power of x: its first half, which has the higher powers, by the first multiplier.</summary>
    private static Vector128<ulong> Shift(Vector128<ulong> block, Vector128<ulong> multipliers) =>
        Pclmulqdq.IsSupported
            ? Pclmulqdq.CarrylessMultiply(block, multipliers, 0x00)
                ^ Pclmulqdq.CarrylessMultiply(block, multipliers, 0x11)
            : Arm.Aes.PolynomialMultiplyWideningLower(block.GetLower(), multipliers.GetLower()).AsUInt64()
                ^ Arm.Aes.PolynomialMultiplyWideningUpper(block, multipliers).AsUInt64();

    // One less than the distance: the product of two reflected numbers of 64 bits is short of the 128th.
    private static Vector128<ulong> Multipliers(int distance, ulong polynomial, ulong mask) =>
        Vector128.Create(
            PowerOfX(distance + (BitsPerLane / 2) - 1, polynomial, mask),
            PowerOfX(distance - 1, polynomial, mask)
        );

    /// <summary>The remainder of a power of x, reflected.</summary>
    private static ulong PowerOfX(int power, ulong polynomial, ulong mask)
    {
        ulong remainder = 1UL << 63;
        ulong last = mask & (~mask + 1);
        for (int i = 0; i < power; i++)
        {
            bool overflows = (remainder & last) != 0;
            remainder = (remainder >> 1) & mask;
            if (overflows)
            {
                remainder ^= polynomial;
            }
        }

        return remainder;
    }
}
