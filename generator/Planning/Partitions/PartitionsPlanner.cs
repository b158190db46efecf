using SsoOidcGen.Model.Partitions;
using SsoOidcGen.Plan;
using SsoOidcGen.Planning.Names;

namespace SsoOidcGen.Planning.Partitions;

/// <summary>Decides how the name of a region leads to its partition.</summary>
internal static class PartitionsPlanner
{
    /// <summary>What several partitions claim belongs to the first of them.</summary>
    public static PartitionsPlan Plan(EquatableArray<PartitionModel> partitions)
    {
        HashSet<string> regions = new(StringComparer.Ordinal);
        HashSet<string> prefixes = new(StringComparer.Ordinal);
        List<PartitionPlan> planned = partitions
            .Select(partition => new PartitionPlan
            {
                FieldName = CSharpNames.Pascal(partition.Id),
                Id = partition.Id,
                DnsSuffix = partition.DnsSuffix,
                DualStackDnsSuffix = partition.DualStackDnsSuffix,
                SupportsFips = partition.SupportsFips,
                SupportsDualStack = partition.SupportsDualStack,
                ImplicitGlobalRegion = partition.ImplicitGlobalRegion,
                Regions = partition.Regions.Where(regions.Add).ToList(),
                RegionPrefixes = partition.RegionPrefixes.Where(prefixes.Add).ToList(),
            })
            .ToList();
        return new PartitionsPlan(planned, planned.First(static partition => partition.Id == PartitionModel.Fallback));
    }
}
