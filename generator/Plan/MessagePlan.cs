namespace SsoOidcGen.Plan;

/// <summary>What of a structure goes where in a request, a response, an error or an event.</summary>
internal sealed record MessagePlan
{
    public required StructurePlan Shape { get; init; }

    /// <summary>What travels outside of the body's object, in the model's order.</summary>
    public IReadOnlyList<PartPlan> Parts { get; init; } = [];

    /// <summary>The object in the body; null when there is none.</summary>
    public BodyObject? Object { get; init; }

    /// <summary>What travels before the events that are the body; null when nothing does.</summary>
    public InitialMessagePlan? Initial { get; init; }

    /// <summary>What the model requires has to be there, since events follow; elsewhere something stands in for it.</summary>
    public bool IsStrict { get; init; }

    /// <summary>Members that travel elsewhere in a request are in the object.</summary>
    public bool IsRebound { get; init; }

    /// <summary>It is nothing but an object with all members of the structure, as the class of its shape reads and writes it.</summary>
    public bool IsWholeObject => !IsRebound && Object?.Members.Count == Shape.Members.Count;
}

/// <summary>The object in a body.</summary>
/// <param name="Members">Members of the structure; none for an empty object.</param>
internal sealed record BodyObject(IReadOnlyList<MemberPlan> Members)
{
    /// <summary>The element that is the object: in a request the root, in a response one in the root, or null for the root itself.</summary>
    public ElementPlan? Element { get; init; }

    /// <summary>What the form that holds the object begins with; null for other formats.</summary>
    public FormPlan? Form { get; init; }

    /// <summary>There is no body when no member is set.</summary>
    public bool IsOmittedWhenUnset { get; init; }
}

/// <summary>The first message of an event stream.</summary>
/// <param name="Object">Members of the structure.</param>
/// <param name="MediaType">Of the object.</param>
internal sealed record InitialMessagePlan(BodyObject Object, string MediaType);

/// <summary>A member that travels outside of the body's object.</summary>
internal abstract record PartPlan(MemberPlan Member);

/// <summary>A header, or a header of an event's message.</summary>
internal record HeaderPart(MemberPlan Member) : PartPlan(Member);

/// <summary>The header with the source of a copy, which is percent-encoded.</summary>
internal sealed record CopySourcePart(MemberPlan Member) : HeaderPart(Member);

/// <summary>The header with the digest of a customer's encryption key, which is computed where it is left out.</summary>
internal sealed record KeyDigestPart(MemberPlan Member, MemberPlan Key) : HeaderPart(Member);

/// <summary>A header with a date; one that is none counts as not set.</summary>
internal sealed record LooseDatePart(MemberPlan Member) : HeaderPart(Member);

/// <summary>A header for each entry of a map; their names begin with the member's.</summary>
internal sealed record PrefixHeadersPart(MemberPlan Member) : PartPlan(Member);

/// <summary>The HTTP status.</summary>
internal sealed record StatusPart(MemberPlan Member) : PartPlan(Member);

/// <summary>The whole body: bytes, text, or a value in the format of the protocol.</summary>
/// <param name="IsRaw">Bytes or text that travel as they are.</param>
/// <param name="MediaType">Of bytes and text; null for a value, and where the protocol names none.</param>
internal sealed record PayloadPart(MemberPlan Member, bool IsRaw, string? MediaType) : PartPlan(Member)
{
    /// <summary>A structure that is left out travels as an empty object, not as no body.</summary>
    public bool IsEmptyObjectWhenUnset { get; init; }

    /// <summary>The element that a value is.</summary>
    public required ElementPlan Element { get; init; }
}

/// <summary>The text of the body's root; none when it is empty.</summary>
internal sealed record RootTextPart(MemberPlan Member) : PartPlan(Member);

/// <summary>The whole body: events, one by one.</summary>
/// <param name="HasErrors">One of the model's errors may end them.</param>
internal sealed record EventsPart(MemberPlan Member, ShapeType Event, bool HasErrors) : PartPlan(Member);
