using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>Leaves it to the endpoint which scheme is used (Smithy: endpoint property <c>authSchemes</c>).</summary>
internal sealed class EndpointChoiceAuthScheme(AuthScheme[] schemes) : ChoiceAuthScheme(schemes)
{
    protected override AuthScheme Choose(AuthRequest request)
    {
        foreach (EndpointAuthScheme accepted in request.Endpoint.AuthSchemes)
        {
            if (Array.Find(Schemes, scheme => scheme.EndpointName == accepted.Name) is { } scheme)
            {
                return scheme;
            }
        }

        // Where the endpoint accepts others only, the first one says so.
        return Schemes[0];
    }
}
