namespace SsoOidcGen.Model;

/// <summary>A member of a structure or union.</summary>
internal sealed record Member
{
    public required string Name { get; init; }

    /// <summary>Name of the target shape.</summary>
    public required string Target { get; init; }

    public string Documentation { get; init; } = "";

    public bool Required { get; init; }

    public MemberLocation Location { get; init; }

    /// <summary>The name at its location: JSON name, query name, header name or header prefix.</summary>
    public required string WireName { get; init; }

    /// <summary>Overrides the format of the target timestamp shape.</summary>
    public TimestampFormat? TimestampFormat { get; init; }

    /// <summary>It must not be printed, whatever its target says.</summary>
    public bool Sensitive { get; init; }

    public bool IdempotencyToken { get; init; }

    /// <summary>A string member that holds JSON text; in a header it travels as base64.</summary>
    public bool JsonValue { get; init; }

    public bool HostLabel { get; init; }

    /// <summary>Name of the endpoint parameter that takes this member's value.</summary>
    public string? ContextParameter { get; init; }

    /// <summary>In an event: sent as a message header.</summary>
    public bool EventHeader { get; init; }

    /// <summary>In an event: the whole payload of the message.</summary>
    public bool EventPayload { get; init; }

    public Deprecation? Deprecated { get; init; }
}
