namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>The bytes of CBOR as services send them.</summary>
internal static class CborText
{
    /// <summary>A reader on the first item; on an empty map when there is none.</summary>
    public static CborReader ReaderOf(ReadOnlySpan<byte> content) => new(content.IsEmpty ? [0xA0] : content);
}
