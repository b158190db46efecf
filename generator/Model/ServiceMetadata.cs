namespace SsoOidcGen.Model;

internal sealed record ServiceMetadata
{
    /// <summary>Identifies the service in configuration, for example <c>SSO OIDC</c>.</summary>
    public required string ServiceId { get; init; }

    public required string FullName { get; init; }

    public required string ApiVersion { get; init; }

    /// <summary>The first label of the service's hosts, for when there are no endpoint rules; null for a service that is not AWS's.</summary>
    public required string? EndpointPrefix { get; init; }

    /// <summary>The service name of the credential scope of a signature; null for a service that is not AWS's and takes none.</summary>
    public required string? SigningName { get; init; }

    /// <summary>The protocols that the service speaks, each once; those that nobody knows are left out.</summary>
    public required EquatableArray<Protocol> Protocols { get; init; }

    /// <summary>Names the service where an RPC protocol does: in the header <c>X-Amz-Target</c> or in the path.</summary>
    public string? RpcName { get; init; }

    /// <summary>The service spoke awsQuery before; its errors keep the codes of that time beside the present ones.</summary>
    public bool IsQueryCompatible { get; init; }

    /// <summary>What an operation without its own scheme uses, best first.</summary>
    public EquatableArray<AuthScheme> AuthSchemes { get; init; } = [AuthScheme.SigV4];

    /// <summary>Where an API key is sent; null when the service takes none.</summary>
    public ApiKeyTrait? ApiKey { get; init; }

    /// <summary>Paths are signed as they are sent, and the hash of the body is sent along.</summary>
    public bool SignsLikeS3 { get; init; }

    /// <summary>An operation that streams events both ways has to be sent over HTTP/2.</summary>
    public bool EventStreamsNeedHttp2 { get; init; }
}
