namespace SsoOidcGen.Runtime;

/// <summary>Leaves it to the client's settings which scheme is used (Smithy <c>auth</c>: in order of priority).</summary>
internal sealed class FirstConfiguredAuthScheme(AuthScheme[] schemes) : ChoiceAuthScheme(schemes)
{
    protected override AuthScheme Choose(AuthRequest request) =>
        Array.Find(Schemes, scheme => scheme.IsConfigured(request)) ?? Schemes[0];
}
