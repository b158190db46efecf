namespace SsoOidcGen.Plan;

internal sealed record OperationPlan
{
    /// <summary>The name in the model.</summary>
    public required string ModelName { get; init; }

    /// <summary>Name of the method without <c>Async</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The property by which callers find the descriptor.</summary>
    public required string PropertyName { get; init; }

    /// <summary>The class of the operation's descriptor.</summary>
    public required string DescriptorName { get; init; }

    public required string Documentation { get; init; }

    /// <summary>Why it should not be used any more; null when it may.</summary>
    public string? Obsolete { get; init; }

    public required RequestPlan Request { get; init; }

    public required MessagePlan Response { get; init; }

    public StructurePlan Input => Request.Message.Shape;

    public StructurePlan Output => Response.Shape;

    public required IReadOnlyList<ExceptionPlan> Errors { get; init; }

    /// <summary>Null when it is not authenticated.</summary>
    public AuthPlan? Auth { get; init; }

    /// <summary>The type that says where to look for credentials; null where nothing is signed.</summary>
    public string? CredentialsChain { get; init; }

    /// <summary>What the endpoint rules learn about a call.</summary>
    public IReadOnlyList<EndpointBindingPlan> EndpointBindings { get; init; } = [];

    /// <summary>Holds the URL that takes the place of the service's endpoint; null where no member does.</summary>
    public MemberPlan? EndpointMember { get; init; }

    /// <summary>The input has a say in where the request goes.</summary>
    public bool BindsEndpoint => EndpointMember is not null || EndpointBindings.Count > 0;

    /// <summary>The types that only this operation uses: they are declared in its file.</summary>
    public required TypeGroup OwnTypes { get; init; }

    /// <summary>The response's body is handed to the caller as it arrives.</summary>
    public bool StreamsOutput { get; init; }

    /// <summary>The first message of the response's events holds the other members.</summary>
    public bool ReceivesInitialResponse => Response.Initial is not null;

    /// <summary>The request's body are events.</summary>
    public bool SendsEvents { get; init; }

    /// <summary>Events travel both ways at the same time, or the service wants HTTP/2 for them anyway.</summary>
    public bool RequiresHttp2 { get; init; }

    /// <summary>Null: the service requires none.</summary>
    public BodyDigestPlan? Digest { get; init; }

    /// <summary>Something in the input or the output must not be printed.</summary>
    public bool IsSensitive { get; init; }

    public bool HasUnsignedPayload { get; init; }

    /// <summary>Null: no checksum is sent, or only that of <see cref="Digest"/>.</summary>
    public RequestChecksumPlan? RequestChecksum { get; init; }

    /// <summary>The header by which a request asks for the checksum of the response; null: none does.</summary>
    public string? ChecksumModeHeader { get; init; }

    /// <summary>A large body is sent only once the service says that it wants it.</summary>
    public bool ExpectsContinue { get; init; }

    /// <summary>A response with the status of a success may be an error.</summary>
    public bool MayFailLate { get; init; }

    /// <summary>An error may say in which other region the bucket is.</summary>
    public bool FindsRegion { get; init; }

    /// <summary>The code of the error that status 404 without a body stands for; null: none.</summary>
    public string? NotFoundCode { get; init; }

    public bool CompressesRequests { get; init; }
}
