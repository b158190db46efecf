namespace SsoOidcGen.Runtime;

/// <summary>Measures of a message: prelude (total length, length of headers, checksum), headers, payload, checksum.</summary>
internal static class EventFrame
{
    public const int ChecksumLength = 4;
    public const int PreludeLength = 12;
    public const int CheckedPreludeLength = PreludeLength - ChecksumLength;
    public const int Overhead = PreludeLength + ChecksumLength;
    public const int MaxHeadersLength = 128 * 1024;
    public const int MaxPayloadLength = 24 * 1024 * 1024;
}
