using System.ComponentModel;
using System.Globalization;
using System.Net;
using System.Text;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>A call failed: the service responded with an error, could not be reached in time, or sent what cannot be read.</summary>
/// <remarks>
/// A service's errors have a base of their own, for example <c>EksException</c>, and those that its model describes a type
/// each; the base itself stands for an error the model does not know, with its code in <see cref="ErrorCode"/>.
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
        ExtendedRequestId = error.ExtendedRequestId;
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

    /// <summary>What else S3 identifies the request by (<c>x-amz-id-2</c>), for its support; null for other services.</summary>
    public string? ExtendedRequestId { get; init; }

    /// <summary>The operation that was called, for example <c>CreateToken</c>.</summary>
    public string? Operation { get; init; }

    /// <summary>The same call may succeed later. The client has then already retried as often as it is allowed to.</summary>
    public bool IsRetryable { get; init; }

    /// <summary>The service refused because of too many calls.</summary>
    public bool IsThrottling { get; init; }

    /// <summary>How often the request was sent.</summary>
    public int Attempts { get; internal set; } = 1;

    /// <summary>The service's model describes the error.</summary>
    internal bool IsModeled { get; set; }

    /// <summary>How long the service asks to wait before the next attempt (<c>x-amz-retry-after</c>).</summary>
    internal TimeSpan? RetryAfter => _headers.RetryAfter;

    /// <summary>The service's clock when it responded (<c>Date</c>).</summary>
    internal DateTimeOffset? ServerTime => _headers.ServerTime;

    /// <summary>
    /// One line with all that is known: type, operation, status, code, message, request id and number of attempts. Causes and
    /// stack trace follow.
    /// </summary>
    public override string ToString()
    {
        string text = base.ToString();
        string head = $"{GetType()}: {Message}";
        return text.StartsWith(head, StringComparison.Ordinal) ? FirstLine() + text[head.Length..] : text;
    }

    private string FirstLine()
    {
        StringBuilder line = new();
        line.Append(CultureInfo.InvariantCulture, $"{GetType()}: {Operation ?? "The call"} failed");
        if (StatusCode is { } status)
        {
            line.Append(CultureInfo.InvariantCulture, $" with {(int)status}");
        }

        if (ErrorCode is { } code && !char.IsAsciiDigit(code.FirstOrDefault()))
        {
            line.Append(StatusCode is null ? " with " : " ").Append(code);
        }

        line.Append(": ").Append(Message.ReplaceLineEndings(" ")).Append(" (");
        if (RequestId is not null)
        {
            line.Append("request id ").Append(RequestId).Append(", ");
        }

        return line.Append(CultureInfo.InvariantCulture, $"{Attempts} {(Attempts == 1 ? "attempt" : "attempts")})")
            .ToString();
    }
}
