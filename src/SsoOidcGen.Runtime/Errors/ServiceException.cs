using System.ComponentModel;
using System.Net;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>A call failed: the service responded with an error, could not be reached in time, or sent what cannot be read.</summary>
/// <remarks>
/// Errors that the service's model describes have a type of their own; this type itself stands for an error the
/// model does not know, with its code in <see cref="ErrorCode"/>.
/// </remarks>
public class ServiceException : Exception
{
    private readonly ResponseMetadata _headers;

    /// <summary>Creates an exception by hand, for example in a test.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">The cause, if it was another exception.</param>
    public ServiceException(string message, Exception? innerException = null)
        : base(message, innerException) { }

    /// <summary>Creates the exception for an error response.</summary>
    /// <param name="error">The error response.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ServiceException(in ErrorResponse error)
        : base(error.Message)
    {
        ErrorCode = error.ReportedCode;
        StatusCode = error.StatusCode;
        RequestId = error.RequestId;
        Operation = error.Operation;
        _headers = error.Headers;
        IsThrottling = RetryableErrors.IsThrottling(error.Code) || RetryableErrors.IsThrottling(error.ReportedCode);
        IsRetryable = IsThrottling || RetryableErrors.IsTransient(error.Code, (int)error.StatusCode);
    }

    /// <summary>The service's code for the error, for example <c>AuthorizationPendingException</c>; null when there was no response.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The HTTP status; null when there was no response.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>The service's identifier of the request, for its support.</summary>
    public string? RequestId { get; init; }

    /// <summary>The operation that was called, for example <c>CreateToken</c>.</summary>
    public string? Operation { get; init; }

    /// <summary>The same call may succeed later. The client has then already retried as often as it is allowed to.</summary>
    public bool IsRetryable { get; init; }

    /// <summary>The service refused because of too many calls.</summary>
    public bool IsThrottling { get; init; }

    /// <summary>How often the request was sent.</summary>
    public int Attempts { get; internal set; } = 1;

    /// <summary>How long the service asks to wait before the next attempt (<c>x-amz-retry-after</c>).</summary>
    internal TimeSpan? RetryAfter => _headers.RetryAfter;

    /// <summary>The service's clock when it responded (<c>Date</c>).</summary>
    internal DateTimeOffset? ServerTime => _headers.ServerTime;
}
