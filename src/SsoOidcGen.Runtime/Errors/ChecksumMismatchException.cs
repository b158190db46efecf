namespace SsoOidcGen.Runtime;

/// <summary>A body is not the one that was sent: its checksum is another. What was read of it must not be used.</summary>
public sealed class ChecksumMismatchException : IOException
{
    internal ChecksumMismatchException(string expected, string calculated)
        : base(
            $"Expected checksum {expected} did not match calculated checksum: {calculated}. The body was damaged on its way; what was read of it must not be used."
        ) { }

    internal static void ThrowIfUnequal(string expected, string calculated)
    {
        if (expected != calculated)
        {
            throw new ChecksumMismatchException(expected, calculated);
        }
    }
}
