using System.ComponentModel;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>The functions of Smithy's rules engine, for compiled endpoint rules.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class EndpointFunctions
{
    /// <summary><c>aws.partition</c>: the partition of a region; <c>aws</c> when there is no region or none claims it.</summary>
    public static Partition GetPartition(string? region) => Partitions.Find(region ?? "");

    /// <summary>The endpoint of a service whose model has no endpoint rules: <c>https://{prefix}.{region}.{suffix}</c>.</summary>
    /// <exception cref="EndpointException">There is no region, or no such endpoint.</exception>
    public static Endpoint GetDefaultEndpoint(string prefix, EndpointContext context)
    {
        if (context.Endpoint is { } custom)
        {
            return new Endpoint(custom);
        }

        string region =
            context.Region ?? throw new EndpointException("A region is needed to find the service's endpoint.");
        Partition partition = GetPartition(region);
        string fips = context.UseFips ? "-fips" : "";
        string suffix = context.UseDualStack ? partition.DualStackDnsSuffix : partition.DnsSuffix;
        return new Endpoint($"https://{prefix}{fips}.{region}.{suffix}");
    }

    /// <summary>An item of a list, counted from the end when the index is negative; null when there is none.</summary>
    public static string? ItemAt(IReadOnlyList<string> list, int index)
    {
        int position = index < 0 ? list.Count + index : index;
        return position >= 0 && position < list.Count ? list[position] : null;
    }
}
