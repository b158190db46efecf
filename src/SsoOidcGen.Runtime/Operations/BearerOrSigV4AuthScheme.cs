namespace SsoOidcGen.Runtime;

/// <summary>A bearer token where one is set, else AWS Signature Version 4.</summary>
internal sealed class BearerOrSigV4AuthScheme : AuthScheme
{
    public static readonly BearerOrSigV4AuthScheme Instance = new();

    internal override bool ReliesOnClock => true;

    internal override ValueTask AuthenticateAsync(AuthRequest request, CancellationToken cancellationToken) =>
        BearerAuthScheme.TokenSource(request) is { } source
            ? BearerAuthScheme.AddTokenAsync(request, source, cancellationToken)
            : SigV4AuthScheme.Instance.AuthenticateAsync(request, cancellationToken);
}
