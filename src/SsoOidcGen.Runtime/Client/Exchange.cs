using System.Net;
using System.Text.Json;

namespace SsoOidcGen.Runtime;

/// <summary>One attempt: sends a message and makes an output or an exception of what comes back.</summary>
internal static class Exchange
{
    /// <returns>Null when the call succeeded; its output is in <paramref name="call"/> then.</returns>
    public static async ValueTask<ServiceException?> RunAsync(
        Transport transport,
        ServiceDescription service,
        Call call,
        HttpRequestMessage message,
        ClientSettings settings,
        CancellationToken cancellationToken
    )
    {
        TimeSpan limit = call.Operation.SendsEvents ? Timeout.InfiniteTimeSpan : settings.AttemptTimeout;
        using AttemptDeadline deadline = AttemptDeadline.Start(limit, settings.TimeProvider, cancellationToken);
        HttpResponseMessage response;
        try
        {
            response = await transport.SendAsync(message, deadline.Token).ConfigureAwait(false);
        }
        catch (Exception e)
            when (FailureOf(e, call.Operation.Name, message, settings, cancellationToken) is { } failure)
        {
            return failure;
        }
        catch (OperationCanceledException)
        {
            // The caller knows its own token, not the attempt's.
            cancellationToken.ThrowIfCancellationRequested();
            throw;
        }

        bool isError = response.StatusCode >= HttpStatusCode.Ambiguous;
        bool isHandedOver = false;
        PooledBuffer body = new();
        try
        {
            Telemetry.Tag(response);
            call.Status = response.StatusCode;
            Stream stream = await response.Content.ReadAsStreamAsync(deadline.Token).ConfigureAwait(false);
            if (call.Operation.StreamsOutput && !isError)
            {
                HandOver(call, response, stream);
                isHandedOver = true;
                return null;
            }

            while (await stream.ReadAsync(body.GetMemory(), deadline.Token).ConfigureAwait(false) is > 0 and var read)
            {
                body.Advance(read);
            }

            if (isError)
            {
                return ErrorOf(service, call.Operation.Name, response, body.WrittenSpan);
            }

            ReadOutput(call, response, body);
            return null;
        }
        catch (Exception e) when (IsUnreadable(e, cancellationToken))
        {
            // Status and headers of an error say enough to tell what failed.
            return isError && e is IOException or HttpRequestException
                ? ErrorOf(service, call.Operation.Name, response, body: default)
                : Unreadable(call.Operation.Name, response, e, settings);
        }
        catch (OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw;
        }
        finally
        {
            body.Release();
            if (!isHandedOver)
            {
                response.Dispose();
            }
        }
    }

    // Both stand apart from the method above for speed: what they build would be cleared there at each entry.
    private static void HandOver(Call call, HttpResponseMessage response, Stream stream) =>
        call.ReadResponse(
            new ServiceResponse(call.Operation.Name, response, body: default, new ResponseStream(stream, response))
        );

    private static void ReadOutput(Call call, HttpResponseMessage response, PooledBuffer body) =>
        call.ReadResponse(new ServiceResponse(call.Operation.Name, response, body.WrittenSpan));

    private static ServiceException ErrorOf(
        ServiceDescription service,
        string operation,
        HttpResponseMessage response,
        ReadOnlySpan<byte> body
    )
    {
        ErrorResponse error = ErrorParser.Parse(operation, response, body);
        try
        {
            return service.CreateException(in error) ?? new ServiceException(in error);
        }
        catch (JsonException)
        {
            // A member of another type than the model's does not hide the error itself.
            return new ServiceException(in error);
        }
    }

    /// <summary>The exception for a message without an answer; null for what is not the transport's fault.</summary>
    private static ServiceException? FailureOf(
        Exception exception,
        string operation,
        HttpRequestMessage message,
        ClientSettings settings,
        CancellationToken cancellationToken
    )
    {
        string host = message.RequestUri!.GetLeftPart(UriPartial.Authority);
        return exception switch
        {
            RedirectRefusedException or { InnerException: RedirectRefusedException } => new ServiceException(
                $"{operation} was redirected to {host}. Requests hold secrets and are not sent on; correct the endpoint.",
                exception
            )
            {
                Operation = operation,
            },
            _ when IsTimeout(exception, cancellationToken) => new ServiceTimeoutException(
                $"{operation} got no answer from {host} within {Limit(settings)}.",
                exception
            )
            {
                Operation = operation,
            },
            HttpRequestException or IOException => new ServiceUnreachableException(
                $"{operation} could not reach {host}: {exception.Message}",
                exception
            )
            {
                Operation = operation,
            },
            _ => null,
        };
    }

    private static bool IsTimeout(Exception exception, CancellationToken cancellationToken) =>
        exception is OperationCanceledException && !cancellationToken.IsCancellationRequested;

    private static bool IsUnreadable(Exception exception, CancellationToken cancellationToken) =>
        exception is JsonException or IOException or HttpRequestException || IsTimeout(exception, cancellationToken);

    /// <summary>The service has acted: asking again could do the same thing twice, or burn a code that works once.</summary>
    private static UnreadableResponseException Unreadable(
        string operation,
        HttpResponseMessage response,
        Exception cause,
        ClientSettings settings
    )
    {
        string reason = cause is OperationCanceledException ? $"It took longer than {Limit(settings)}." : cause.Message;
        return new UnreadableResponseException($"The answer to {operation} could not be read: {reason}", cause)
        {
            Operation = operation,
            StatusCode = response.StatusCode,
            RequestId = new AnswerHeaders(response).RequestId,
        };
    }

    private static string Limit(ClientSettings settings) => $"{settings.AttemptTimeout.TotalSeconds:0.###} s";
}
