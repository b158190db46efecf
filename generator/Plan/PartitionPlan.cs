namespace SsoOidcGen.Plan;

/// <summary>The partitions, and how the name of a region leads to one.</summary>
/// <param name="Fallback">The partition of a region that no other claims.</param>
internal sealed record PartitionsPlan(IReadOnlyList<PartitionPlan> Partitions, PartitionPlan Fallback);

internal sealed record PartitionPlan
{
    /// <summary>The static field that holds it.</summary>
    public required string FieldName { get; init; }

    public required string Id { get; init; }

    public required string DnsSuffix { get; init; }

    public required string DualStackDnsSuffix { get; init; }

    public required bool SupportsFips { get; init; }

    public required bool SupportsDualStack { get; init; }

    public required string ImplicitGlobalRegion { get; init; }

    /// <summary>The regions that it is the first to list, but for those whose names it claims anyway.</summary>
    public required IReadOnlyList<string> Regions { get; init; }

    /// <summary>The beginnings of regions' names that it is the first to claim.</summary>
    public required IReadOnlyList<string> RegionPrefixes { get; init; }
}
