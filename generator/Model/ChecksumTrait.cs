namespace SsoOidcGen.Model;

/// <summary>The checksums of an operation's bodies (Smithy <c>httpChecksum</c>).</summary>
internal sealed record ChecksumTrait
{
    /// <summary>The member of the input by which the caller chooses an algorithm; null: there is none.</summary>
    public string? RequestAlgorithmMember { get; init; }

    public bool IsRequestChecksumRequired { get; init; }

    /// <summary>The member of the input that asks for the checksum of the response; null: there is none.</summary>
    public string? ResponseModeMember { get; init; }

    /// <summary>Whether a request has a checksum at all.</summary>
    public bool IsOfRequest => RequestAlgorithmMember is not null || IsRequestChecksumRequired;
}
