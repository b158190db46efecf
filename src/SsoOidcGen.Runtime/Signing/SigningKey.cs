namespace SsoOidcGen.Runtime;

/// <summary>The key of one day and scope. Deriving it is worth more than a signature, so it is kept.</summary>
internal abstract class SigningKey(AwsCredentials credentials, SigningScope scope, string day)
{
    /// <summary>Ends every credential scope.</summary>
    public const string Terminator = "aws4_request";

    /// <summary>The length of the longest signature in characters: two for each byte of ECDSA's on P-256 in DER (RFC 3279 §2.2.3).</summary>
    public const int LongestSignature = 144;

    /// <summary>What the key is for, as signatures name it.</summary>
    public abstract string CredentialScope { get; }

    public bool IsFor(AwsCredentials other, SigningScope otherScope, ReadOnlySpan<char> otherDay) =>
        otherDay.SequenceEqual(day)
        && other.SecretAccessKey == credentials.SecretAccessKey
        && other.AccessKeyId == credentials.AccessKeyId
        && otherScope == scope;

    /// <summary>Writes the signature of a text in lower-case hexadecimal.</summary>
    /// <returns>Its length.</returns>
    public abstract int Sign(ReadOnlySpan<byte> text, Span<byte> signature);
}
