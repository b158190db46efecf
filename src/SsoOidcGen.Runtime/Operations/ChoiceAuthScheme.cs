using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>Several schemes, one of which is used for each request.</summary>
internal abstract class ChoiceAuthScheme(AuthScheme[] schemes) : AuthScheme
{
    protected AuthScheme[] Schemes => schemes;

    internal sealed override bool ReliesOnClock => Array.Exists(schemes, static scheme => scheme.ReliesOnClock);

    internal sealed override ValueTask AuthenticateAsync(AuthRequest request, CancellationToken cancellationToken) =>
        Choose(request).AuthenticateAsync(request, cancellationToken);

    internal sealed override void AddSecrets(HttpRequestMessage message, SensitiveValues secrets)
    {
        foreach (AuthScheme scheme in schemes)
        {
            scheme.AddSecrets(message, secrets);
        }
    }

    internal sealed override ValueTask<DateTimeOffset> PresignAsync(
        AuthRequest request,
        TimeSpan lifetime,
        CancellationToken cancellationToken
    ) => Choose(request).PresignAsync(request, lifetime, cancellationToken);

    protected abstract AuthScheme Choose(AuthRequest request);
}
