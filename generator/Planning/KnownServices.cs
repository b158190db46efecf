using SsoOidcGen.Model;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Planning;

/// <summary>What services ask for and no model says; the protocol tests of Smithy know it by the services' ids.</summary>
internal static class KnownServices
{
    /// <summary>Headers of all requests.</summary>
    public static IReadOnlyList<ConstantHeader> HeadersOf(ServiceMetadata service) =>
        service.ServiceId switch
        {
            // Responses are HAL documents otherwise.
            "API Gateway" => [new ConstantHeader("Accept", "application/json")],
            _ => GlacierTraits.Headers(service),
        };
}
