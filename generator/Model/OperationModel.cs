namespace SsoOidcGen.Model;

internal sealed record OperationModel
{
    public required string Name { get; init; }

    public string Documentation { get; init; } = "";

    /// <summary>For protocols with HTTP bindings; the others have one of their own.</summary>
    public required string HttpMethod { get; init; }

    /// <summary>For protocols with HTTP bindings; the others have one of their own.</summary>
    public required UriPattern Uri { get; init; }

    /// <summary>Shape name of the input structure; null when the operation takes nothing.</summary>
    public string? Input { get; init; }

    public string? Output { get; init; }

    /// <summary>The root element of the request, where the input structure does not name it.</summary>
    public XmlTraits? InputXml { get; init; }

    /// <summary>awsQuery: the element that holds the output; null leaves it to the protocol.</summary>
    public string? ResultWrapper { get; init; }

    /// <summary>Shape names of the errors that the operation lists.</summary>
    public EquatableArray<string> Errors { get; init; } = [];

    /// <summary>The operation's own schemes, best first; empty means the service's.</summary>
    public EquatableArray<AuthScheme> AuthSchemes { get; init; } = [];

    public bool UnsignedPayload { get; init; }

    /// <summary>Goes before the host of the endpoint; its placeholders are members marked as host labels.</summary>
    public EquatableArray<UriSegment> HostPrefix { get; init; } = [];

    public bool HttpChecksumRequired { get; init; }

    /// <summary>Null when there are none.</summary>
    public ChecksumTrait? Checksum { get; init; }

    public bool GzipRequests { get; init; }

    public EquatableArray<StaticContextParameter> StaticContextParameters { get; init; } = [];

    public EquatableArray<OperationContextParameter> OperationContextParameters { get; init; } = [];

    public Deprecation? Deprecated { get; init; }
}
