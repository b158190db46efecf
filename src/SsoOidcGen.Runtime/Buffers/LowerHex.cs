using System.Text;

namespace SsoOidcGen.Runtime;

/// <summary>Bytes as lower-case hexadecimal digits.</summary>
internal static class LowerHex
{
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> digits = stackalloc byte[2 * bytes.Length];
        Write(bytes, digits);
        return Encoding.ASCII.GetString(digits);
    }

    /// <summary>Writes two digits for each byte.</summary>
    public static void Write(ReadOnlySpan<byte> bytes, Span<byte> digits)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            digits[2 * i] = Digit(bytes[i] >> 4);
            digits[(2 * i) + 1] = Digit(bytes[i] & 0xF);
        }
    }

    private static byte Digit(int value) => "0123456789abcdef"u8[value];
}
