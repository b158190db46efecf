namespace SsoOidcGen.Model;

/// <summary>A member of a structure or union.</summary>
internal sealed record Member
{
    public required string Name { get; init; }

    /// <summary>Name of the target shape.</summary>
    public required string Target { get; init; }

    public string Documentation { get; init; } = "";

    public bool Required { get; init; }

    /// <summary>Null when an absent member is just absent.</summary>
    public DefaultValue? Default { get; init; }

    /// <summary>Where protocols with HTTP bindings put it; for all others it belongs to the body.</summary>
    public MemberLocation Location { get; init; }

    /// <summary>The name at its location: of the label, query parameter or header, or the prefix of headers.</summary>
    public required string HttpName { get; init; }

    /// <summary>The name in JSON bodies.</summary>
    public required string JsonName { get; init; }

    /// <summary>Null when the element is called as the member.</summary>
    public XmlTraits? Xml { get; init; }

    /// <summary>The key in the forms of ec2Query, as it is; null leaves it to the protocol.</summary>
    public string? Ec2QueryName { get; init; }

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
