using SsoOidcGen.Model;
using SsoOidcGen.Plan;
using SsoOidcGen.Planning.EndpointRules;

namespace SsoOidcGen.Planning;

/// <summary>Decides how an operation's requests are authenticated.</summary>
internal sealed class AuthPlanner(ServiceModel service)
{
    /// <param name="operation">The operation.</param>
    /// <param name="bindings">What it tells the endpoint rules.</param>
    /// <returns>Null when they are not.</returns>
    public AuthPlan? Plan(OperationModel operation, IReadOnlyList<EndpointBindingPlan> bindings)
    {
        EquatableArray<AuthScheme> schemes =
            SpecialOperations.IsUnsigned(service.Metadata, operation) ? [AuthScheme.None]
            : operation.AuthSchemes.Count > 0 ? operation.AuthSchemes
            : service.Metadata.AuthSchemes;
        if (schemes.Count == 0 || schemes[0] == AuthScheme.None)
        {
            return null;
        }

        List<AuthPlan> choices = [.. schemes.Select(PlanSecret).OfType<AuthPlan>()];
        // Who signs looks for credentials in many places: what a caller has set goes first, and nothing comes after.
        AuthPlan[] signatures =
        [
            .. schemes.Select(PlanSignature).OfType<SchemePlan>().Union(SignaturesOfEndpoints(schemes, bindings)),
        ];
        if (signatures.Length > 0)
        {
            choices.Add(signatures.Length == 1 ? signatures[0] : new EndpointChoicePlan(signatures));
        }
        else if (schemes.Contains(AuthScheme.None))
        {
            choices.Add(new SchemePlan(SchemeName.Anonymous));
        }

        return choices.Count switch
        {
            0 => null,
            1 => choices[0],
            _ => new FirstConfiguredPlan(choices),
        };
    }

    /// <summary>Whether AWS credentials may be needed.</summary>
    public static bool Signs(AuthPlan? auth) =>
        auth switch
        {
            SchemePlan scheme => scheme.Name is SchemeName.SigV4 or SchemeName.SigV4a or SchemeName.S3Express,
            EndpointChoicePlan => true,
            FirstConfiguredPlan choice => choice.Schemes.Any(Signs),
            _ => false,
        };

    private AuthPlan? PlanSecret(AuthScheme scheme) =>
        scheme switch
        {
            AuthScheme.Bearer => new SchemePlan(SchemeName.Bearer),
            AuthScheme.Basic => new SchemePlan(SchemeName.Basic),
            AuthScheme.ApiKey when service.Metadata.ApiKey is { } key => new ApiKeyPlan(
                key.Name,
                key.IsInQuery,
                key.Scheme
            ),
            _ => null,
        };

    private static SchemePlan? PlanSignature(AuthScheme scheme) =>
        scheme switch
        {
            AuthScheme.SigV4 => new SchemePlan(SchemeName.SigV4),
            AuthScheme.SigV4a => new SchemePlan(SchemeName.SigV4a),
            _ => null,
        };

    private IEnumerable<SchemePlan> SignaturesOfEndpoints(
        EquatableArray<AuthScheme> schemes,
        IReadOnlyList<EndpointBindingPlan> bindings
    ) =>
        service.EndpointRules is { } rules && schemes.Any(static scheme => PlanSignature(scheme) is not null)
            ? EndpointSchemes
                .Find(
                    rules,
                    [
                        .. bindings.Select(static binding => binding.Parameter),
                        .. service.ClientContextParameters.Select(static parameter => parameter.Name),
                    ]
                )
                .Select(PlanOf)
                .OfType<SchemePlan>()
            : [];

    private static SchemePlan? PlanOf(string name) =>
        name switch
        {
            "sigv4" => new SchemePlan(SchemeName.SigV4),
            "sigv4a" => new SchemePlan(SchemeName.SigV4a),
            "sigv4-s3express" => new SchemePlan(SchemeName.S3Express),
            _ => null,
        };
}
