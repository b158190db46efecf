using SsoOidcGen.Model;
using SsoOidcGen.Plan;
using SsoOidcGen.Planning.EndpointRules;

namespace SsoOidcGen.Planning;

/// <summary>Decides how an operation's requests are authenticated.</summary>
internal sealed class AuthPlanner(ServiceModel service)
{
    /// <param name="operation">The operation.</param>
    /// <param name="bindings">What it tells the endpoint rules.</param>
    public IReadOnlyList<AuthPlan> Plan(OperationModel operation, IReadOnlyList<EndpointBindingPlan> bindings)
    {
        EquatableArray<AuthScheme> schemes =
            operation.AuthSchemes.Count > 0 ? operation.AuthSchemes : service.Metadata.AuthSchemes;
        return (schemes.Count > 0 ? schemes[0] : AuthScheme.None) switch
        {
            AuthScheme.None => [],
            AuthScheme.Bearer => [AuthPlan.Bearer],
            _ when schemes.Contains(AuthScheme.Bearer) => [AuthPlan.BearerOrSigV4],
            _ =>
            [
                .. schemes
                    .Select(static scheme => scheme == AuthScheme.SigV4a ? AuthPlan.SigV4a : AuthPlan.SigV4)
                    .Union(SchemesOfEndpoints(bindings)),
            ],
        };
    }

    private IEnumerable<AuthPlan> SchemesOfEndpoints(IReadOnlyList<EndpointBindingPlan> bindings) =>
        service.EndpointRules is { } rules
            ? EndpointSchemes
                .Find(
                    rules,
                    [
                        .. bindings.Select(static binding => binding.Parameter),
                        .. service.ClientContextParameters.Select(static parameter => parameter.Name),
                    ]
                )
                .Select(PlanOf)
                .OfType<AuthPlan>()
            : [];

    private static AuthPlan? PlanOf(string name) =>
        name switch
        {
            "sigv4" => AuthPlan.SigV4,
            "sigv4a" => AuthPlan.SigV4a,
            "sigv4-s3express" => AuthPlan.S3Express,
            _ => null,
        };
}
