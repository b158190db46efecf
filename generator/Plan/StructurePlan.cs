namespace SsoOidcGen.Plan;

/// <summary>A record of the generated code; for a union, the closed set of its cases.</summary>
internal sealed record StructurePlan
{
    public required string Name { get; init; }

    /// <summary>The name in the model; empty when an operation without input or output needs one.</summary>
    public required string ShapeName { get; init; }

    public required string Documentation { get; init; }

    public required IReadOnlyList<MemberPlan> Members { get; init; }

    public bool IsUnion { get; init; }

    /// <summary>What travels when the union is the events of a stream; null for any other structure.</summary>
    public EventStreamPlan? Events { get; init; }

    /// <summary>The body of a response that is handed over as it arrives: disposing the structure closes it.</summary>
    public MemberPlan? OwnedStream { get; init; }

    /// <summary>Nothing of it may be printed.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>What the compiler makes of it would print a secret, or the type of a collection in place of its items.</summary>
    public bool PrintsMembers =>
        IsSensitive || Members.Any(static member => member.IsSensitive || member.Type is ListType or MapType);

    /// <summary>It is the object in the body of a request, or part of it.</summary>
    public bool IsWritten { get; init; }

    /// <summary>It is the object in the body of a response, or part of it.</summary>
    public bool IsRead { get; init; }

    /// <summary>It is in a request, and the model constrains it or something in it.</summary>
    public bool IsValidated { get; init; }

    /// <summary>It is in a request, and something in it must not be printed.</summary>
    public bool ListsSensitiveValues { get; init; }
}
