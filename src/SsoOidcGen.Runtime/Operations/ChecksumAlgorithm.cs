using System.Security.Cryptography;

namespace SsoOidcGen.Runtime;

/// <summary>An algorithm that a checksum of a body can have (Smithy <c>httpChecksum</c>).</summary>
/// <param name="Name">In the model, for example <c>CRC32</c>.</param>
/// <param name="Create">Starts a checksum.</param>
internal sealed record ChecksumAlgorithm(string Name, Func<Checksum> Create)
{
    /// <summary>The algorithm of a checksum that the caller leaves to the client.</summary>
    public const string Default = "CRC32";

    private const string HeaderPrefix = "x-amz-checksum-";

    /// <summary>Those that are supported; where a response has several checksums, the first counts.</summary>
    public static IReadOnlyList<ChecksumAlgorithm> All { get; } =
    [
        new("CRC64NVME", static () => new CrcChecksum(Crc.Crc64Nvme)),
        new("CRC32C", static () => new CrcChecksum(Crc.Crc32C)),
        new("CRC32", static () => new CrcChecksum(Crc.Crc32)),
        new("SHA1", static () => new HashChecksum(HashAlgorithmName.SHA1)),
        new("SHA256", static () => new HashChecksum(HashAlgorithmName.SHA256)),
        new("SHA512", static () => new HashChecksum(HashAlgorithmName.SHA512)),
        new("MD5", static () => new HashChecksum(HashAlgorithmName.MD5)),
    ];

    /// <summary>The header, or the field behind a body, with the checksum in base64.</summary>
    public string HeaderName { get; } = HeaderPrefix + Name.ToLowerInvariant();

    /// <summary>Null when it is not supported.</summary>
    public static ChecksumAlgorithm? Find(string name) => All.FirstOrDefault(algorithm => algorithm.Name == name);

    /// <summary>Whether a header holds a checksum, of whatever algorithm.</summary>
    public static bool IsHeader(string name) =>
        name.StartsWith(HeaderPrefix, StringComparison.OrdinalIgnoreCase)
        && name.AsSpan(HeaderPrefix.Length) is not ("algorithm" or "mode" or "type");
}
