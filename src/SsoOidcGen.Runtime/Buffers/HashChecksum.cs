using System.Security.Cryptography;

namespace SsoOidcGen.Runtime;

/// <summary>A cryptographic hash as a checksum.</summary>
internal sealed class HashChecksum(HashAlgorithmName algorithm) : Checksum
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(algorithm);

    public override int Size => _hash.HashLengthInBytes;

    public override void Append(ReadOnlySpan<byte> bytes) => _hash.AppendData(bytes);

    public override void Complete(Span<byte> checksum) => _hash.GetHashAndReset(checksum);

    public override void Dispose() => _hash.Dispose();
}
