using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>Makes exceptions of what goes wrong in an attempt. No secret of request or response is in them.</summary>
internal sealed class Failures(ServiceDescription service, Transport transport, ClientSettings settings)
{
    /// <summary>Whether a response could not be read because of how it arrived or what it holds.</summary>
    public static bool IsOfReading(Exception exception, CancellationToken caller) =>
        // InvalidDataException and InvalidOperationException: what decompression throws at damaged data.
        exception
            is MalformedContentException
                or EventStreamException
                or IOException
                or HttpRequestException
                or InvalidDataException
                or InvalidOperationException
        || IsTimeout(exception, caller);

    /// <summary>The exception for a call whose attempts and waits took too long together.</summary>
    public static ServiceTimeoutException OfCallTimeout(TimeSpan limit, Call call, OperationCanceledException exception)
    {
        string history = call.LastFailure is { Attempts: var failed }
            ? $" Before, {failed} of {call.Attempts} attempts had failed; the inner exception is the last of these failures."
            : "";
        return new ServiceTimeoutException(
            $"{call.Operation.Name} did not complete within {Seconds(limit)} (CallTimeout).{history}",
            call.LastFailure ?? (Exception)exception
        )
        {
            Operation = call.Operation.Name,
            Attempts = Math.Max(call.Attempts, 1),
        };
    }

    /// <summary>The exception for a message without a response; null for what the transport did not cause.</summary>
    public ServiceException? OfSending(
        Exception exception,
        Call call,
        HttpRequestMessage message,
        bool isAttemptOver,
        CancellationToken caller
    )
    {
        string operation = call.Operation.Name;
        string host = HostOf(message);
        return exception switch
        {
            RedirectRefusedException or { InnerException: RedirectRefusedException } => Redirected(
                call,
                message,
                exception
            ),
            OperationCanceledException canceled when IsTimeout(exception, caller) => new ServiceTimeoutException(
                isAttemptOver
                    ? $"{operation} got no response from {host} within {AttemptLimit}."
                    : TimeoutBelow(canceled, operation, host),
                exception
            )
            {
                Operation = operation,
            },
            HttpRequestException or IOException => new ServiceUnreachableException(
                $"{operation} could not reach {host}: {TextOf(exception)}",
                CauseOf(exception)
            )
            {
                Operation = operation,
                // A certificate that is refused is refused again.
                IsRetryable = exception.InnerException is not AuthenticationException,
            },
            _ => null,
        };
    }

    /// <summary>The exception for a response that another address gave, or would have given.</summary>
    public static ServiceException Redirected(Call call, HttpRequestMessage message, Exception? exception = null) =>
        new(
            $"{call.Operation.Name} was redirected to {HostOf(message)}. Requests hold secrets and are not sent on; correct the endpoint.",
            exception
        )
        {
            Operation = call.Operation.Name,
        };

    /// <summary>
    /// The exception for an error of the service. Status and headers say enough to tell what failed, even when only a part
    /// of the body arrived because of a flaw.
    /// </summary>
    public ServiceException OfError(
        Call call,
        HttpRequestMessage message,
        HttpResponseMessage response,
        PooledBuffer body,
        Exception? flaw = null
    )
    {
        SensitiveValues secrets = call.SecretsOf(message);
        service.Errors.Redact(body, secrets);
        ErrorResponse error = ErrorParser.Parse(
            service.Errors,
            call.Operation.Name,
            response,
            body.WrittenSpan,
            secrets,
            flaw is null ? null : ReasonOf(flaw, body.Limit)
        );
        if (
            call.Operation.NotFoundCode is { } code
            && response.StatusCode == HttpStatusCode.NotFound
            && body.Length == 0
        )
        {
            error = error with { Code = code, ReportedCode = code };
        }

        try
        {
            return ModeledException(in error) ?? UnmodeledException(in error);
        }
        catch (MalformedContentException)
        {
            // A member of another type than the model's does not hide the error itself.
            return UnmodeledException(in error);
        }
        finally
        {
            secrets.Release();
        }
    }

    /// <summary>
    /// The exception for a success that cannot be read. The service has acted: asking again could do the same thing
    /// twice, or burn a code that works once.
    /// </summary>
    public ServiceException OfReading(
        Exception exception,
        Call call,
        HttpRequestMessage message,
        HttpResponseMessage response,
        PooledBuffer body
    )
    {
        string operation = call.Operation.Name;
        SensitiveValues secrets = call.SecretsOf(message);
        string? requestId = new ResponseMetadata(response).RequestId is { } id ? secrets.Redact(id) : null;
        string? beginning = BeginningOf(call.Operation, body, secrets);
        secrets.Release();
        return exception is BufferLimitException
            ? new ResponseTooLargeException(
                $"The response to {operation} is larger than {body.Limit} bytes, the limit that {OptionOf(body.Limit)} sets. The call took effect; raise the limit to read such responses."
            )
            {
                Operation = operation,
                StatusCode = response.StatusCode,
                RequestId = requestId,
            }
            : new UnreadableResponseException(
                $"The response to {operation} could not be read: {ReasonOf(exception, body.Limit)}{beginning}",
                CauseOf(exception)
            )
            {
                Operation = operation,
                StatusCode = response.StatusCode,
                RequestId = requestId,
            };
    }

    private ServiceException UnmodeledException(in ErrorResponse error) =>
        service.CreateUnmodeledException(in error) ?? new ServiceException(in error);

    private ServiceException? ModeledException(in ErrorResponse error)
    {
        ServiceException? exception =
            service.CreateException(in error) ?? service.CreateException(error with { Code = error.ReportedCode });
        exception?.IsModeled = true;
        return exception;
    }

    /// <summary>
    /// What a gateway or a sign-in page says instead of the service. Damaged content may hold secrets and is not repeated,
    /// nor is anything where secrets were expected.
    /// </summary>
    private string? BeginningOf(Operation operation, PooledBuffer body, SensitiveValues secrets)
    {
        ReadOnlySpan<byte> text = body.WrittenSpan.Trim(" \t\r\n"u8);
        return operation.IsSensitive || text.IsEmpty || service.Errors.IsDamaged(text)
            ? null
            : $" It begins: {secrets.Redact(ErrorParser.Excerpt(text))}";
    }

    private static bool IsTimeout(Exception exception, CancellationToken caller) =>
        exception is OperationCanceledException && !caller.IsCancellationRequested;

    private static string HostOf(HttpRequestMessage message) => message.RequestUri!.GetLeftPart(UriPartial.Authority);

    private static string Seconds(TimeSpan limit) =>
        string.Create(CultureInfo.InvariantCulture, $"{limit.TotalSeconds:0.###} s");

    /// <summary>The platform quotes bytes that it does not understand, and they may be secrets.</summary>
    private static bool QuotesResponse(Exception exception) =>
        exception
            is HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse }
                or HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse };

    private static Exception? CauseOf(Exception exception) => QuotesResponse(exception) ? null : exception;

    private static string TextOf(Exception exception) =>
        QuotesResponse(exception) ? "The response does not follow HTTP." : exception.Message;

    private string AttemptLimit => $"{Seconds(settings.AttemptTimeout)} (AttemptTimeout)";

    private string ReasonOf(Exception exception, int limit) =>
        exception switch
        {
            OperationCanceledException => $"It took longer than {AttemptLimit}.",
            BufferLimitException => $"It is larger than {limit} bytes.",
            _ => TextOf(exception),
        };

    private string OptionOf(int limit) =>
        limit == settings.MaxResponseBytes
            ? "the option MaxResponseBytes"
            : "MaxResponseContentBufferSize of the HttpClient";

    private string TimeoutBelow(OperationCanceledException exception, string operation, string host) =>
        exception.InnerException switch
        {
            // HttpClient wraps what its handler threw when it was canceled.
            TimeoutException { InnerException: OperationCanceledException }
                when transport.ClientTimeout is { } timeout =>
                $"{operation} got no response from {host} within {Seconds(timeout)} (Timeout of the HttpClient).",
            TimeoutException when transport.ConnectTimeout is { } timeout =>
                $"{operation} could not connect to {host} within {Seconds(timeout)} (ConnectTimeout).",
            TimeoutException =>
                $"{operation} could not connect to {host} within the time that the HttpClient's handler allows (ConnectTimeout).",
            _ => $"{operation} to {host} was canceled by its HTTP handler before a response arrived.",
        };
}
