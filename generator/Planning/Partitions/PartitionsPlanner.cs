using System.Text.RegularExpressions;
using SsoOidcGen.Model.Partitions;
using SsoOidcGen.Plan;
using SsoOidcGen.Planning.Names;

namespace SsoOidcGen.Planning.Partitions;

/// <summary>Decides how the name of a region leads to its partition.</summary>
internal static class PartitionsPlanner
{
    /// <summary>The form that the runtime's <c>RegionPattern</c> reads too.</summary>
    private static readonly Regex RegionName = new(
        "^(?<prefix>.+)-[A-Za-z0-9_]+-[0-9]+$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1)
    );

    /// <summary>What several partitions claim belongs to the first of them.</summary>
    public static PartitionsPlan Plan(EquatableArray<PartitionModel> partitions)
    {
        HashSet<string> regions = new(StringComparer.Ordinal);
        ILookup<string, PartitionModel> byPrefix = partitions
            .SelectMany(
                static partition => partition.RegionPrefixes,
                static (partition, prefix) => (Partition: partition, Prefix: prefix)
            )
            .ToLookup(static claim => claim.Prefix, static claim => claim.Partition);
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
                Regions = partition
                    .Regions.Where(regions.Add)
                    .Where(region => !Claims(partition, RegionName.Match(region).Groups["prefix"].Value))
                    .ToList(),
                RegionPrefixes = partition
                    .RegionPrefixes.Where(prefix => Claims(partition, prefix))
                    .Distinct()
                    .ToList(),
            })
            .ToList();
        return new PartitionsPlan(planned, planned.First(static partition => partition.Id == PartitionModel.Fallback));

        bool Claims(PartitionModel partition, string prefix) =>
            ReferenceEquals(byPrefix[prefix].FirstOrDefault(), partition);
    }
}
