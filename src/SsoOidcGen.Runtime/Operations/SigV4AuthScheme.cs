using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>AWS Signature Version 4.</summary>
internal sealed class SigV4AuthScheme() : SignatureAuthScheme("sigv4")
{
    public static readonly SigV4AuthScheme Instance = new();

    protected override RequestSigner SignerOf(AuthenticationSettings settings) => settings.Signer;

    protected override SigningScope ScopeOf(AuthRequest request, EndpointAuthScheme? scheme) =>
        ScopeOf(request, scheme, scheme?.SigningRegion ?? request.Settings.RequireRegion());
}
