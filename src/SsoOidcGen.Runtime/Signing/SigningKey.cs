using System.Security.Cryptography;
using System.Text;

namespace SsoOidcGen.Runtime;

/// <summary>The key of one day, region and service. Deriving it costs four hashes, so it is worth keeping.</summary>
internal sealed class SigningKey
{
    private readonly string _secret;
    private readonly SigningScope _scope;
    private readonly string _day;
    private readonly byte[] _bytes;

    /// <param name="secret">The secret access key.</param>
    /// <param name="scope">What is signed for.</param>
    /// <param name="day">The day in UTC as <c>yyyyMMdd</c>.</param>
    public SigningKey(string secret, SigningScope scope, string day)
    {
        _secret = secret;
        _scope = scope;
        _day = day;
        _bytes = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (string part in (ReadOnlySpan<string>)[day, scope.Region, scope.Service, SigV4Signer.Terminator])
        {
            _bytes = HMACSHA256.HashData(_bytes, Encoding.UTF8.GetBytes(part));
        }
    }

    public bool IsFor(string secret, SigningScope scope, string day) =>
        secret == _secret && scope == _scope && day == _day;

    /// <summary>The signature of a text in lower-case hexadecimal.</summary>
    public string Sign(ReadOnlySpan<byte> text)
    {
        Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_bytes, text, signature);
        return LowerHex.Of(signature);
    }
}
