using System.ComponentModel;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>What all operations of a service have in common. Immutable; made by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ServiceDescription
{
    /// <summary>Identifies the service in configuration, for example <c>SSO OIDC</c>.</summary>
    public required string ServiceId { get; init; }

    /// <summary>The version of the service's interface, a date.</summary>
    public required string ApiVersion { get; init; }

    /// <summary>
    /// The service name in a signature's credential scope. Null: nothing is signed, and the service is none of AWS's, so that
    /// nothing in the environment and the files of AWS concerns its clients.
    /// </summary>
    public string? SigningName { get; init; }

    internal bool IsOfAws => SigningName is not null;

    /// <summary>
    /// The service signs as S3 does: the path as it is sent, and with the hash of the body, or what stands for it, in the
    /// header <c>X-Amz-Content-Sha256</c>.
    /// </summary>
    public bool SignsLikeS3 { get; init; }

    /// <summary>Turns region and settings into an endpoint. Null: only <see cref="ServiceClientOptions.Endpoint"/> says where the service is.</summary>
    public Func<EndpointContext, Endpoint>? ResolveEndpoint { get; init; }

    /// <summary>The format of the service's errors.</summary>
    public required ErrorFormat Errors { get; init; }

    /// <summary>Makes the exception of an error that the model describes; null for any other.</summary>
    public required ExceptionFactory CreateException { get; init; }

    /// <summary>Makes the exception of an error that the model does not describe: the service's own base of all others.</summary>
    public ExceptionFactory CreateUnmodeledException { get; init; } =
        static (in ErrorResponse error) => new ServiceException(in error);
}
