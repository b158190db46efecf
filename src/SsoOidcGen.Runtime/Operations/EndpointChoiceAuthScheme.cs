using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>Leaves it to the endpoint which scheme is used (Smithy: endpoint property <c>authSchemes</c>).</summary>
internal sealed class EndpointChoiceAuthScheme(AuthScheme[] schemes) : AuthScheme
{
    internal override bool ReliesOnClock => true;

    internal override ValueTask AuthenticateAsync(AuthRequest request, CancellationToken cancellationToken) =>
        Choose(request).AuthenticateAsync(request, cancellationToken);

    internal override void AddSecrets(HttpRequestMessage message, SensitiveValues secrets)
    {
        foreach (AuthScheme scheme in schemes)
        {
            scheme.AddSecrets(message, secrets);
        }
    }

    internal override ValueTask<DateTimeOffset> PresignAsync(
        AuthRequest request,
        TimeSpan lifetime,
        CancellationToken cancellationToken
    ) => Choose(request).PresignAsync(request, lifetime, cancellationToken);

    private AuthScheme Choose(AuthRequest request)
    {
        foreach (EndpointAuthScheme accepted in request.Endpoint.AuthSchemes)
        {
            if (Array.Find(schemes, scheme => scheme.EndpointName == accepted.Name) is { } scheme)
            {
                return scheme;
            }
        }

        // Where the endpoint accepts others only, the first one says so.
        return schemes[0];
    }
}
