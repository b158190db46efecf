using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>AWS Signature Version 4A, valid in all regions of a set.</summary>
internal sealed class SigV4aAuthScheme() : SignatureAuthScheme("sigv4a")
{
    public static readonly SigV4aAuthScheme Instance = new();

    protected override RequestSigner SignerOf(AuthenticationSettings settings) => settings.MultiRegionSigner;

    protected override SigningScope ScopeOf(AuthRequest request, EndpointAuthScheme? scheme) =>
        ScopeOf(
            request,
            scheme,
            scheme is { SigningRegionSet: { Count: > 0 } regions }
                ? string.Join(',', regions)
                : request.Settings.RequireRegion()
        );
}
