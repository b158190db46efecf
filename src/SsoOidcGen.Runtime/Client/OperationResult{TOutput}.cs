using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Runtime.ExceptionServices;

namespace SsoOidcGen.Runtime;

/// <summary>The outcome of a call: an output, or the exception that the call would have thrown.</summary>
/// <typeparam name="TOutput">The operation's output.</typeparam>
public sealed class OperationResult<TOutput>
{
    private readonly Call? _call;
    private readonly HttpResponseMessage? _response;

    internal OperationResult(TOutput output, Call call)
        : this(output, call.Response) => _call = call;

    internal OperationResult(ServiceException exception, Call call)
        : this(exception)
    {
        _call = call;
        _response = call.Response;
    }

    internal OperationResult(TOutput output, HttpResponseMessage? response)
    {
        Output = output;
        _response = response;
    }

    internal OperationResult(ServiceException exception) => Exception = exception;

    /// <summary>The output; null when the call failed.</summary>
    public TOutput? Output { get; }

    /// <summary>Why the call failed; null when it did not.</summary>
    public ServiceException? Exception { get; }

    /// <summary>The HTTP status of the response; null when there was none.</summary>
    public HttpStatusCode? StatusCode =>
        Exception is null ? _response?.StatusCode ?? HttpStatusCode.OK : Exception.StatusCode;

    /// <summary>The service's identifier of the request, for its support; null when there was no response, or none in it.</summary>
    public string? RequestId => Exception is null ? Redacted(Metadata.RequestId) : Exception.RequestId;

    /// <summary>What else S3 identifies the request by (<c>x-amz-id-2</c>), for its support; null for other services.</summary>
    public string? ExtendedRequestId =>
        Exception is null ? Redacted(Metadata.ExtendedRequestId) : Exception.ExtendedRequestId;

    /// <summary>How often the request was sent.</summary>
    public int Attempts => Exception?.Attempts ?? Math.Max(_call?.Attempts ?? 0, 1);

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

    /// <summary>A header of the last response, its values joined with a comma; null when it has none of that name. What it repeats of the request's secrets is redacted.</summary>
    /// <param name="name">The header's name, for example <c>x-amz-version-id</c>.</param>
    public string? GetHeader(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return _response is null ? null : Redacted(ResponseHeaders.Get(_response, name));
    }

    private ResponseMetadata Metadata => _response is null ? default : new ResponseMetadata(_response);

    private string? Redacted(string? text) => _call is null ? text : _call.Redacted(text);
}
