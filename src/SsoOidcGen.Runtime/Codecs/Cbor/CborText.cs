using System.Text;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>The bytes of CBOR as services send them.</summary>
internal static class CborText
{
    /// <summary>Text strings are UTF-8, and nothing that is not is read or written (RFC 8949 §3.1).</summary>
    public static readonly UTF8Encoding Encoding = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>A reader on the first item; on an empty map when there is none.</summary>
    public static CborReader ReaderOf(ReadOnlySpan<byte> content) => new(content.IsEmpty ? [0xA0] : content);
}
