using SsoOidcGen.Model;
using SsoOidcGen.Model.EndpointRules;

namespace SsoOidcGen.Planning;

/// <summary>Everything the emitter could ask about a service's generated code.</summary>
internal sealed record ServicePlan
{
    public required ServiceMetadata Metadata { get; init; }

    public required string Documentation { get; init; }

    public required string Namespace { get; init; }

    public required string ClientName { get; init; }

    /// <summary><c>public</c> or <c>internal</c>.</summary>
    public required string Accessibility { get; init; }

    public required bool HasHttpClientFactory { get; init; }

    public required IReadOnlyList<OperationPlan> Operations { get; init; }

    public required IReadOnlyList<ExceptionPlan> Exceptions { get; init; }

    /// <summary>The types that several operations or exceptions use.</summary>
    public required TypeGroup SharedTypes { get; init; }

    public required IReadOnlyList<PaginatorPlan> Paginators { get; init; }

    public required IReadOnlyList<WaiterPlan> Waiters { get; init; }

    public required EndpointRuleSet? EndpointRules { get; init; }

    /// <summary>All structures that an operation uses.</summary>
    public IEnumerable<StructurePlan> Structures =>
        SharedTypes.Structures.Concat(Operations.SelectMany(static operation => operation.OwnTypes.Structures));

    public string InterfaceName => "I" + ClientName;
}
