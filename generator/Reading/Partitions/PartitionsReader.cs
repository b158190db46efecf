using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Model.Partitions;
using SsoOidcGen.Reading.Formats;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.Partitions;

/// <summary>Reads <c>partitions.json</c>. A partition that is wrong is left out and reported.</summary>
internal static class PartitionsReader
{
    /// <returns>No partitions when the one for unknown regions is missing.</returns>
    public static PartitionsResult Read(ModelFile file, CancellationToken cancellationToken)
    {
        DiagnosticBag diagnostics = new();
        JsonValue? root = JsonParser.Parse(new JsonFile(file.Path, file.Text), diagnostics, cancellationToken);
        if (root is not null and not JsonObject)
        {
            diagnostics.Add(EndpointDiagnostics.Malformed, root.StartSpan, $"This must be an object, not {root.Kind}");
        }

        PartitionModel[] partitions =
        [
            .. root is JsonObject json
                ? new JsonFields(json, diagnostics)
                    .Items<JsonObject>("partitions", "an object")
                    .Select(partition => Read(new JsonFields(partition, diagnostics)))
                    .OfType<PartitionModel>()
                : [],
        ];
        if (root is JsonObject && !partitions.Any(static partition => partition.Id == PartitionModel.Fallback))
        {
            diagnostics.Add(
                EndpointDiagnostics.Malformed,
                root.StartSpan,
                $"There is no partition '{PartitionModel.Fallback}', to which unknown regions belong"
            );
            partitions = [];
        }

        return new PartitionsResult(partitions.ToEquatableArray(), diagnostics.ToArray());
    }

    private static PartitionModel? Read(JsonFields partition)
    {
        if (
            partition.RequiredText("id") is not { } id
            || partition.RequiredObject("outputs") is not { } outputs
            || outputs.RequiredText("dnsSuffix") is not { } dnsSuffix
            || outputs.RequiredText("dualStackDnsSuffix") is not { } dualStackDnsSuffix
            || outputs.RequiredText("implicitGlobalRegion") is not { } implicitGlobalRegion
        )
        {
            return null;
        }

        return new PartitionModel
        {
            Id = id,
            DnsSuffix = dnsSuffix,
            DualStackDnsSuffix = dualStackDnsSuffix,
            SupportsFips = outputs.Flag("supportsFIPS"),
            SupportsDualStack = outputs.Flag("supportsDualStack"),
            ImplicitGlobalRegion = implicitGlobalRegion,
            Regions = ReadRegions(partition),
            RegionPrefixes = ReadPrefixes(partition),
        };
    }

    private static EquatableArray<string> ReadRegions(JsonFields partition)
    {
        List<string> regions = [];
        foreach ((JsonProperty region, JsonFields details) in partition.Entries("regions"))
        {
            regions.Add(region.Name);
            foreach (
                JsonProperty detail in details.Json.Properties.Where(static detail => detail.Name != "description")
            )
            {
                partition.Diagnostics.Add(
                    EndpointDiagnostics.Malformed,
                    detail.NameSpan,
                    $"A region has the outputs of its partition; '{detail.Name}' cannot differ"
                );
            }
        }

        return regions.ToEquatableArray();
    }

    private static EquatableArray<string> ReadPrefixes(JsonFields partition)
    {
        if (partition.RequiredText("regionRegex") is not { } pattern)
        {
            return [];
        }

        if (RegionPattern.Prefixes(pattern) is { } prefixes)
        {
            return prefixes;
        }

        partition.Diagnostics.Add(
            EndpointDiagnostics.UnsupportedRegionPattern,
            partition.Json["regionRegex"]!.Span,
            pattern
        );
        return [];
    }
}
