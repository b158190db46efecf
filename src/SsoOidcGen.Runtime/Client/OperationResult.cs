using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Runtime.ExceptionServices;

namespace SsoOidcGen.Runtime;

/// <summary>The outcome of a call: an output, or the exception that the call would have thrown.</summary>
/// <typeparam name="TOutput">The operation's output.</typeparam>
public sealed class OperationResult<TOutput>
{
    private readonly HttpStatusCode _successStatus;

    internal OperationResult(TOutput output, HttpStatusCode status)
    {
        Output = output;
        _successStatus = status;
    }

    internal OperationResult(ServiceException exception) => Exception = exception;

    /// <summary>The output; null when the call failed.</summary>
    public TOutput? Output { get; }

    /// <summary>Why the call failed; null when it did not.</summary>
    public ServiceException? Exception { get; }

    /// <summary>The HTTP status of the response; null when there was none.</summary>
    public HttpStatusCode? StatusCode => Exception is null ? _successStatus : Exception.StatusCode;

    /// <summary>The call succeeded.</summary>
    [MemberNotNullWhen(true, nameof(Output))]
    [MemberNotNullWhen(false, nameof(Exception))]
    public bool IsSuccess => Exception is null;

    /// <summary>The output of a call that succeeded.</summary>
    /// <exception cref="ServiceException">The call failed.</exception>
    public TOutput GetOutput()
    {
        if (Exception is not null)
        {
            ExceptionDispatchInfo.Throw(Exception);
        }

        return Output!;
    }
}
