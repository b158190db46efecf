using System.ComponentModel;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>
/// A way to sign that an endpoint accepts (Smithy: endpoint property <c>authSchemes</c>). What it leaves null is as
/// the service's model and the client's region say.
/// </summary>
/// <param name="Name"><c>sigv4</c>, <c>sigv4a</c>, <c>sigv4-s3express</c>, …</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record EndpointAuthScheme(string Name)
{
    /// <summary>The service name in the signature's credential scope.</summary>
    public string? SigningName { get; init; }

    /// <summary>The region in the signature's credential scope.</summary>
    public string? SigningRegion { get; init; }

    /// <summary>The regions that a SigV4a signature is valid in; empty for other schemes.</summary>
    public IReadOnlyList<string> SigningRegionSet { get; init; } = [];

    /// <summary>The path is signed as it is sent, and not percent-encoded once more.</summary>
    public bool DisableDoubleEncoding { get; init; }

    /// <summary>Dot segments stay in the path that is signed.</summary>
    public bool DisableNormalizePath { get; init; }
}
