namespace SsoOidcGen.Plan;

/// <summary>Everything the emitter could ask about a service's generated code.</summary>
internal sealed record ServicePlan
{
    /// <summary>Identifies the service in configuration, for example <c>SSO OIDC</c>.</summary>
    public required string ServiceId { get; init; }

    public required string FullName { get; init; }

    public required string ApiVersion { get; init; }

    /// <summary>The service name of the credential scope of a signature; null for a service that is not AWS's and takes none.</summary>
    public required string? SigningName { get; init; }

    /// <summary>Paths are signed as they are sent, and the hash of the body is sent along.</summary>
    public bool SignsLikeS3 { get; init; }

    /// <summary>The first label of the service's hosts, for when there are no endpoint rules; null for a service that is not AWS's.</summary>
    public required string? EndpointPrefix { get; init; }

    /// <summary>Only the caller can say where the service is.</summary>
    public bool RequiresEndpoint => EndpointRules is null && EndpointPrefix is null;

    public required string Documentation { get; init; }

    public required string Namespace { get; init; }

    public required string ClientName { get; init; }

    /// <summary>The base of the service's exceptions.</summary>
    public required string ExceptionName { get; init; }

    /// <summary><c>public</c> or <c>internal</c>.</summary>
    public required string Accessibility { get; init; }

    public required bool HasDependencyInjection { get; init; }

    /// <summary>A fake of the client is wanted, for tests.</summary>
    public required bool HasFakes { get; init; }

    /// <summary>How bodies are written and read.</summary>
    public required BodyFormats Bodies { get; init; }

    public required IReadOnlyList<OperationPlan> Operations { get; init; }

    public required IReadOnlyList<ExceptionPlan> Exceptions { get; init; }

    /// <summary>How an error's code leads to its exception.</summary>
    public required IReadOnlyList<ErrorCodesPlan> ErrorCodes { get; init; }

    /// <summary>The types that several operations or exceptions use.</summary>
    public required TypeGroup SharedTypes { get; init; }

    public required IReadOnlyList<PaginatorPlan> Paginators { get; init; }

    public required IReadOnlyList<WaiterPlan> Waiters { get; init; }

    public required EndpointRulesPlan? EndpointRules { get; init; }

    /// <summary>Where the credentials come from with which the client signs forms that upload; null: it makes none.</summary>
    public string? FormCredentialsChain { get; init; }

    /// <summary>Settings that other services' clients do not have; null when there are none.</summary>
    public OptionsPlan? Options { get; init; }

    /// <summary>The type of the client's settings.</summary>
    public string OptionsName => Options?.Name ?? "ServiceClientOptions";

    public string InterfaceName => "I" + ClientName;

    public string FakeName => "Fake" + ClientName;

    /// <summary>Its namespace is shared with those of other clients, hence the whole name.</summary>
    public string ServiceCollectionExtensionsName =>
        Namespace.Replace(".", "") + ClientName + "ServiceCollectionExtensions";
}
