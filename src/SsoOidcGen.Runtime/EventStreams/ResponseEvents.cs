using System.Runtime.ExceptionServices;
using System.Text.Json;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>
/// The events of a response as they arrive, once. The connection is given back when the enumeration ends, however it
/// ends.
/// </summary>
/// <param name="operation">The operation's name.</param>
/// <param name="errors">The format of the service's errors.</param>
/// <param name="response">The response that they are the body of.</param>
/// <param name="body">The body.</param>
/// <param name="first">The first message, if it was taken from the body already.</param>
/// <param name="read">Makes an event of a message.</param>
/// <param name="createException">Makes the exception of an error in the stream that the model describes.</param>
/// <param name="createUnmodeledException">Makes the exception of any other error.</param>
/// <param name="secretsOf">What no error may repeat of the call that its request message belongs to; to be released.</param>
internal sealed class ResponseEvents<TEvent>(
    string operation,
    ErrorFormat errors,
    HttpResponseMessage response,
    Stream body,
    EventMessage? first,
    EventReader<TEvent> read,
    ExceptionFactory createException,
    ExceptionFactory createUnmodeledException,
    Func<HttpRequestMessage?, SensitiveValues> secretsOf
) : IAsyncEnumerable<TEvent>, IDisposable
{
    private int _enumerations;

    public async IAsyncEnumerator<TEvent> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Increment(ref _enumerations) > 1)
        {
            throw new InvalidOperationException(
                $"The events of {operation} arrive once; keep those that you need again."
            );
        }

        using (body)
        {
            EventMessageReader messages = new(body);
            EventMessage? message = first ?? await NextAsync(messages, cancellationToken).ConfigureAwait(false);
            if (message is { IsInitialResponse: true })
            {
                message = await NextAsync(messages, cancellationToken).ConfigureAwait(false);
            }

            for (; message is not null; message = await NextAsync(messages, cancellationToken).ConfigureAwait(false))
            {
                yield return EventOf(message);
            }
        }
    }

    public void Dispose() => body.Dispose();

    private async ValueTask<EventMessage?> NextAsync(EventMessageReader messages, CancellationToken cancellationToken)
    {
        try
        {
            return await messages.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (Tell(e))
        {
            throw;
        }
        catch (Exception) when (SendFailure is { } cause && !cancellationToken.IsCancellationRequested)
        {
            // The response broke off because the caller's own events did.
            ExceptionDispatchInfo.Throw(cause);
            throw;
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            throw new ServiceUnreachableException($"The event stream of {operation} broke off: {e.Message}", e)
            {
                Operation = operation,
            };
        }
    }

    private Exception? SendFailure => (response.RequestMessage?.Content as EventStreamContent)?.Failure;

    private TEvent EventOf(EventMessage message)
    {
        try
        {
            return Read(message);
        }
        catch (Exception e) when (Tell(e))
        {
            throw;
        }
    }

    /// <returns>False: the exception is passed on as it is.</returns>
    private bool Tell(Exception exception)
    {
        (body as ObservedStream)?.Fail(exception);
        return false;
    }

    private TEvent Read(EventMessage message)
    {
        string? type = message.Header<string>(":message-type");
        try
        {
            return type switch
            {
                "event" when message.EventType.Length == 0 => throw new EventStreamException(
                    EventStreamError.Content,
                    $"An event in the event stream of {operation} has no type."
                ),
                "event" => ReadEvent(message),
                "exception" or "error" => throw ErrorOf(message),
                _ => throw new EventStreamException(
                    EventStreamError.Content,
                    $"A message in the event stream of {operation} is neither event nor error but '{type}'."
                ),
            };
        }
        catch (MalformedContentException e)
        {
            throw new EventStreamException(
                EventStreamError.Content,
                $"The payload of a message in the event stream of {operation} cannot be read: {e.Message}",
                e
            );
        }
    }

    private TEvent ReadEvent(EventMessage message)
    {
        try
        {
            return read(message);
        }
        catch (JsonException e)
        {
            throw JsonText.SyntaxError(e, message.Payload.Span);
        }
    }

    private ServiceException ErrorOf(EventMessage message)
    {
        SensitiveValues secrets = secretsOf(response.RequestMessage);
        PooledBuffer payload = new();
        payload.Append(message.Payload.Span);
        errors.Redact(payload, secrets);
        ErrorResponse error = ErrorParser.Parse(
            errors,
            operation,
            response,
            message.Header<string>(":exception-type") ?? message.Header<string>(":error-code"),
            message.Header<string>(":error-message"),
            payload.WrittenSpan,
            secrets
        );
        try
        {
            ServiceException? modeled = createException(in error);
            modeled?.IsModeled = true;
            return modeled ?? createUnmodeledException(in error) ?? new ServiceException(in error);
        }
        finally
        {
            payload.Release();
            secrets.Release();
        }
    }
}
