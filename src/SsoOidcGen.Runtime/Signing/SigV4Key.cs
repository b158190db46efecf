using System.Security.Cryptography;
using System.Text;

namespace SsoOidcGen.Runtime;

/// <summary>The key of one day, region and service, by which texts are authenticated with HMAC-SHA256.</summary>
internal sealed class SigV4Key : SigningKey
{
    private readonly byte[] _bytes;
    private IncrementalHash? _spareHash;

    /// <param name="credentials">Whose secret access key it is made of.</param>
    /// <param name="scope">What is signed for.</param>
    /// <param name="day">The day in UTC as <c>yyyyMMdd</c>.</param>
    public SigV4Key(AwsCredentials credentials, SigningScope scope, string day)
        : base(credentials, scope, day)
    {
        CredentialScope = $"{day}/{scope.Region}/{scope.Service}/{Terminator}";
        _bytes = Encoding.UTF8.GetBytes("AWS4" + credentials.SecretAccessKey);
        foreach (string part in (ReadOnlySpan<string>)[day, scope.Region, scope.Service, Terminator])
        {
            _bytes = HMACSHA256.HashData(_bytes, Encoding.UTF8.GetBytes(part));
        }
    }

    public override string CredentialScope { get; }

    public override int Sign(ReadOnlySpan<byte> text, Span<byte> signature)
    {
        Span<byte> code = stackalloc byte[HMACSHA256.HashSizeInBytes];
        // A hash that has its key already takes half the time of a new one.
        IncrementalHash hash =
            Interlocked.Exchange(ref _spareHash, null) ?? IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _bytes);
        hash.AppendData(text);
        hash.GetHashAndReset(code);
        _spareHash = hash;
        LowerHex.Write(code, signature);
        return 2 * code.Length;
    }
}
