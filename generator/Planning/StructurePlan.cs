using SsoOidcGen.Model;

namespace SsoOidcGen.Planning;

/// <summary>A record of the generated code; for a union, the closed set of its cases.</summary>
internal sealed record StructurePlan
{
    public required string Name { get; init; }

    public required string ShapeName { get; init; }

    public required string Documentation { get; init; }

    public required IReadOnlyList<MemberPlan> Members { get; init; }

    public Deprecation? Deprecated { get; init; }

    public bool IsUnion { get; init; }

    /// <summary>The events of a stream: the union's cases travel as messages, not as JSON.</summary>
    public bool IsEventStream { get; init; }

    /// <summary>The exceptions that an event stream can end with, by their names on the wire.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> StreamExceptions { get; init; } = [];

    /// <summary>An event that is not simply the JSON of its message.</summary>
    public bool IsBoundEvent => Members.Any(static member => member.IsEventHeader || member.IsEventPayload);

    /// <summary>Nothing of it may be printed.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>A caller may have to make it.</summary>
    public bool IsInput { get; init; }

    /// <summary>It is JSON, or part of it, in a request.</summary>
    public bool IsWritten { get; init; }

    /// <summary>It is JSON, or part of it, in an answer.</summary>
    public bool IsRead { get; init; }

    /// <summary>It is in a request, and the model constrains it or something in it.</summary>
    public bool IsValidated { get; init; }

    /// <summary>The member that is the whole body, if it is the top of a request or answer.</summary>
    public MemberPlan? Payload { get; init; }

    /// <summary>As the top of a request or answer it is nothing but a JSON object.</summary>
    public bool IsPureJson =>
        Payload is null
        && Members.Count > 0
        && Members.All(static member =>
            member is { Location: MemberLocation.Body, Type: not (StreamType or EventStreamType) }
        );
}
