using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SsoOidcGen.Runtime;

/// <summary>The key pair on the curve P-256 that is derived from an access key; its signatures hold in every region of a set.</summary>
/// <remarks>The derivation follows NIST SP 800-108 §4.1 (HMAC in counter mode) and FIPS 186-4 §B.4.2 (testing candidates).</remarks>
internal sealed class SigV4aKey : SigningKey
{
    /// <summary>The algorithm's name, part of the derivation too.</summary>
    public const string Algorithm = "AWS4-ECDSA-P256-SHA256";

    private const int KeyBits = 256;
    private const int LastCandidate = 254;

    // The order of the curve's base point less 2 (FIPS 186-4 §D.1.2.3): the largest candidate that will do.
    private static readonly byte[] LargestCandidate = Convert.FromHexString(
        "FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC63254F"
    );

    private readonly ECDsa _key;

    /// <param name="credentials">Whose access key it is made of.</param>
    /// <param name="scope">What is signed for.</param>
    /// <param name="day">The day in UTC as <c>yyyyMMdd</c>.</param>
    public SigV4aKey(AwsCredentials credentials, SigningScope scope, string day)
        : base(credentials, scope, day)
    {
        CredentialScope = $"{day}/{scope.Service}/{Terminator}";
        _key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = Derive(credentials) });
    }

    public override string CredentialScope { get; }

    public override int Sign(ReadOnlySpan<byte> text, Span<byte> signature)
    {
        Span<byte> der = stackalloc byte[LongestSignature / 2];
        int length;
        // A key of the platform's is not for several threads at once.
        lock (_key)
        {
            length = _key.SignData(text, der, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }

        LowerHex.Write(der[..length], signature);
        return 2 * length;
    }

    /// <summary>The private key.</summary>
    internal static byte[] Derive(AwsCredentials credentials)
    {
        byte[] secret = Encoding.UTF8.GetBytes("AWS4A" + credentials.SecretAccessKey);
        byte[] keyId = Encoding.UTF8.GetBytes(credentials.AccessKeyId);
        byte[] input = [0, 0, 0, 1, .. Encoding.ASCII.GetBytes(Algorithm), 0, .. keyId, 0, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(input.AsSpan(input.Length - sizeof(int)), KeyBits);
        for (byte counter = 1; counter <= LastCandidate; counter++)
        {
            input[^(sizeof(int) + 1)] = counter;
            byte[] candidate = HMACSHA256.HashData(secret, input);
            if (candidate.AsSpan().SequenceCompareTo(LargestCandidate) <= 0)
            {
                Increment(candidate);
                return candidate;
            }
        }

        // One in 2^8000 access keys.
        throw new CryptographicException("No key can be derived from this access key.");
    }

    private static void Increment(byte[] number)
    {
        for (int i = number.Length - 1; ++number[i] == 0; i--) { }
    }
}
