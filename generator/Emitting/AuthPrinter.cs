using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting;

/// <summary>Prints how an operation's requests are authenticated, for the compiler and for the reader.</summary>
internal static class AuthPrinter
{
    public static string Print(AuthPlan auth) =>
        auth switch
        {
            SchemePlan scheme => $"AuthScheme.{scheme.Name}",
            ApiKeyPlan { IsInQuery: true } key => $"AuthScheme.ApiKeyInQuery({Literals.String(key.Name)})",
            ApiKeyPlan { Prefix: { } prefix } key =>
                $"AuthScheme.ApiKeyInHeader({Literals.String(key.Name)}, {Literals.String(prefix)})",
            ApiKeyPlan key => $"AuthScheme.ApiKeyInHeader({Literals.String(key.Name)})",
            EndpointChoicePlan choice => $"AuthScheme.ByEndpoint({PrintAll(choice.Schemes)})",
            FirstConfiguredPlan choice => $"AuthScheme.FirstOf({PrintAll(choice.Schemes)})",
            _ => throw new ArgumentException($"{auth} has no form in C#", nameof(auth)),
        };

    /// <summary>The end of a sentence about an operation's request.</summary>
    public static string Describe(AuthPlan? auth, bool hasUnsignedPayload) =>
        auth switch
        {
            null or SchemePlan { Name: SchemeName.Anonymous } => "not signed",
            SchemePlan { Name: SchemeName.Bearer } => "with a bearer token",
            SchemePlan { Name: SchemeName.Basic } => "with user name and password",
            ApiKeyPlan => "with an API key",
            FirstConfiguredPlan choice => string.Join(
                ", or ",
                choice.Schemes.Select(scheme => Describe(scheme, hasUnsignedPayload))
            ),
            _ => hasUnsignedPayload ? "signed without the body" : "signed",
        };

    private static string PrintAll(IEnumerable<AuthPlan> schemes) => string.Join(", ", schemes.Select(Print));
}
