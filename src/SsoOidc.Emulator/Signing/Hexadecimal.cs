namespace SsoOidc.Emulator;

/// <summary>The lower-case digits that signatures consist of.</summary>
internal static class Hexadecimal
{
    public static string Encode(ReadOnlySpan<byte> bytes) => Convert.ToHexString(bytes).ToLowerInvariant();
}
