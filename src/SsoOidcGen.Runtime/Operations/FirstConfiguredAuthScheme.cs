using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>Leaves it to the client's settings which scheme is used (Smithy <c>auth</c>: in order of priority).</summary>
internal sealed class FirstConfiguredAuthScheme(AuthScheme[] schemes) : AuthScheme
{
    internal override bool ReliesOnClock => Array.Exists(schemes, static scheme => scheme.ReliesOnClock);

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

    private AuthScheme Choose(AuthRequest request) =>
        Array.Find(schemes, scheme => scheme.IsConfigured(request)) ?? schemes[0];
}
