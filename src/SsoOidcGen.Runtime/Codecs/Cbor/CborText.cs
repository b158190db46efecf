using System.Text;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>Text strings are UTF-8, and nothing that is not is read or written (RFC 8949 §3.1).</summary>
internal static class CborText
{
    public static readonly UTF8Encoding Encoding = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );
}
