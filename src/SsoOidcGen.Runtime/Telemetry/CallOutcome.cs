using System.Net;

namespace SsoOidcGen.Runtime;

/// <summary>How a call ended. Nothing in it repeats a secret.</summary>
internal readonly record struct CallOutcome
{
    /// <summary>Null when the call succeeded.</summary>
    public Exception? Failure { get; init; }

    /// <summary>The status of the last response.</summary>
    public HttpStatusCode? Status { get; init; }

    public string? RequestId { get; init; }

    public string? ExtendedRequestId { get; init; }

    /// <summary>How often the request was sent; 0 when something was wrong before.</summary>
    public int Attempts { get; init; }

    /// <summary>The caller gave up.</summary>
    public bool IsCanceled => Failure is OperationCanceledException;

    /// <summary>The code of an error that the service's model describes: any other may be made up by whoever responds.</summary>
    public string? ErrorCode => Failure is ServiceException { IsModeled: true, ErrorCode: { } code } ? code : null;

    /// <summary>A code of the model, else the status of an error response, else the exception's type.</summary>
    public string? ErrorType =>
        Failure is null
            ? null
            : ErrorCode
                ?? (
                    Failure is ServiceException { ErrorCode: not null, StatusCode: { } status }
                        ? ((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture)
                        : Failure.GetType().FullName
                );
}
