namespace SsoOidcGen.Model.Partitions;

/// <summary>A group of regions, with what endpoint rules may ask about it.</summary>
internal sealed record PartitionModel
{
    /// <summary>The partition of regions that no other claims.</summary>
    public const string Fallback = "aws";

    /// <summary>For example <c>aws-cn</c>.</summary>
    public required string Id { get; init; }

    public required string DnsSuffix { get; init; }

    public required string DualStackDnsSuffix { get; init; }

    public required bool SupportsFips { get; init; }

    public required bool SupportsDualStack { get; init; }

    public required string ImplicitGlobalRegion { get; init; }

    /// <summary>The regions that are known by name.</summary>
    public required EquatableArray<string> Regions { get; init; }

    /// <summary>What stands before <c>-{word}-{number}</c> in the names of its regions, known or not.</summary>
    public required EquatableArray<string> RegionPrefixes { get; init; }
}
