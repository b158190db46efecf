using System.ComponentModel;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>The parts of an Amazon Resource Name: <c>arn:partition:service:region:account:resource</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EndpointArn
{
    /// <summary>Never empty.</summary>
    public required string Partition { get; init; }

    /// <summary>Never empty.</summary>
    public required string Service { get; init; }

    /// <summary>May be empty.</summary>
    public required string Region { get; init; }

    /// <summary>May be empty.</summary>
    public required string AccountId { get; init; }

    /// <summary>The resource, cut at each <c>:</c> and <c>/</c>; parts may be empty.</summary>
    public required IReadOnlyList<string> ResourceId { get; init; }
}
