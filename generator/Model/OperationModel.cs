namespace SsoOidcGen.Model;

internal sealed record OperationModel
{
    public required string Name { get; init; }

    public string Documentation { get; init; } = "";

    public required string HttpMethod { get; init; }

    public required UriPattern Uri { get; init; }

    /// <summary>Shape name of the input structure; null when the operation takes nothing.</summary>
    public string? Input { get; init; }

    public string? Output { get; init; }

    /// <summary>Shape names of the errors that the operation lists.</summary>
    public EquatableArray<string> Errors { get; init; } = [];

    /// <summary>The operation's own schemes, best first; empty means the service's.</summary>
    public EquatableArray<AuthScheme> AuthSchemes { get; init; } = [];

    public bool UnsignedPayload { get; init; }

    /// <summary>Goes before the host of the endpoint; its placeholders are members marked as host labels.</summary>
    public EquatableArray<UriSegment> HostPrefix { get; init; } = [];

    public bool HttpChecksumRequired { get; init; }

    public bool GzipRequests { get; init; }

    public EquatableArray<StaticContextParameter> StaticContextParameters { get; init; } = [];

    public EquatableArray<OperationContextParameter> OperationContextParameters { get; init; } = [];

    public Deprecation? Deprecated { get; init; }
}
