namespace SsoOidcGen.Runtime;

/// <summary>Bytes as lower-case hexadecimal digits.</summary>
internal static class LowerHex
{
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        Span<char> digits = stackalloc char[2 * bytes.Length];
        for (int i = 0; i < bytes.Length; i++)
        {
            digits[2 * i] = Digit(bytes[i] >> 4);
            digits[(2 * i) + 1] = Digit(bytes[i] & 0xF);
        }

        return new string(digits);
    }

    private static char Digit(int value) => "0123456789abcdef"[value];
}
