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
    private IncrementalHash? _spareHash;

    /// <param name="secret">The secret access key.</param>
    /// <param name="scope">What is signed for.</param>
    /// <param name="day">The day in UTC as <c>yyyyMMdd</c>.</param>
    public SigningKey(string secret, SigningScope scope, string day)
    {
        _secret = secret;
        _scope = scope;
        _day = day;
        CredentialScope = $"{day}/{scope.Region}/{scope.Service}/{SigV4Signer.Terminator}";
        _bytes = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (string part in (ReadOnlySpan<string>)[day, scope.Region, scope.Service, SigV4Signer.Terminator])
        {
            _bytes = HMACSHA256.HashData(_bytes, Encoding.UTF8.GetBytes(part));
        }
    }

    /// <summary>What the key is for, as signatures name it.</summary>
    public string CredentialScope { get; }

    public bool IsFor(string secret, SigningScope scope, ReadOnlySpan<char> day) =>
        day.SequenceEqual(_day) && secret == _secret && scope == _scope;

    /// <summary>Writes the signature of a text in lower-case hexadecimal.</summary>
    public void Sign(ReadOnlySpan<byte> text, Span<byte> signature)
    {
        Span<byte> code = stackalloc byte[HMACSHA256.HashSizeInBytes];
        // A hash that has its key already takes half the time of a new one.
        IncrementalHash hash =
            Interlocked.Exchange(ref _spareHash, null) ?? IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _bytes);
        hash.AppendData(text);
        hash.GetHashAndReset(code);
        _spareHash = hash;
        LowerHex.Write(code, signature);
    }
}
