using System.ComponentModel;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>A group of regions that shares credentials and domain names.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Partition(string name)
{
    /// <summary>Its identifier, for example <c>aws-cn</c>.</summary>
    public string Name => name;

    /// <summary>The end of host names.</summary>
    public required string DnsSuffix { get; init; }

    /// <summary>The end of host names that are reachable over IPv6 too.</summary>
    public required string DualStackDnsSuffix { get; init; }

    /// <summary>There are endpoints with FIPS 140 validated cryptography.</summary>
    public required bool SupportsFips { get; init; }

    /// <summary>There are endpoints that are reachable over IPv6 too.</summary>
    public required bool SupportsDualStack { get; init; }

    /// <summary>The region that signs for services without regions.</summary>
    public required string ImplicitGlobalRegion { get; init; }
}
