using System.Text;

namespace SsoOidcGen.Runtime;

/// <summary>UTF-8 that is sent: half of a surrogate pair is no text.</summary>
internal static class StrictUtf8
{
    public static readonly UTF8Encoding Encoding = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );
}
