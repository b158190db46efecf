using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>One attempt: sends a message and makes an output or an exception of what comes back. Thread-safe.</summary>
internal sealed class Exchange(ServiceDescription service, Transport transport, ClientSettings settings)
{
    private readonly Failures _failures = new(service, transport, settings);
    private readonly int _maxBytes = (int)Math.Min(settings.MaxResponseBytes, transport.MaxBufferSize);
    private readonly int _maxErrorBytes = (int)Math.Min(ErrorResponse.MaxBodyBytes, transport.MaxBufferSize);

    /// <returns>Null when the call succeeded; its output is in <paramref name="call"/> then.</returns>
    public async ValueTask<ServiceException?> RunAsync(
        Call call,
        HttpRequestMessage message,
        CancellationToken cancellationToken
    )
    {
        Uri target = message.RequestUri!;
        TimeSpan limit = call.Operation.SendsEvents ? Timeout.InfiniteTimeSpan : settings.AttemptTimeout;
        using AttemptDeadline deadline = AttemptDeadline.Start(limit, settings.TimeProvider, cancellationToken);
        HttpResponseMessage response;
        try
        {
            response = await transport.SendAsync(message, deadline.Token).ConfigureAwait(false);
        }
        catch (Exception e)
            when (_failures.OfSending(e, call, message, deadline.IsOver, cancellationToken) is { } failure)
        {
            return failure;
        }
        catch (OperationCanceledException)
        {
            // The caller knows its own token, not the attempt's.
            cancellationToken.ThrowIfCancellationRequested();
            throw;
        }

        bool isError = response.StatusCode is < HttpStatusCode.OK or >= HttpStatusCode.Ambiguous;
        bool isHandedOver = false;
        PooledBuffer body = new(isError ? _maxErrorBytes : _maxBytes);
        try
        {
            if (message.RequestUri != target || message.Method != call.Operation.Method)
            {
                return Failures.Redirected(call, message);
            }

            call.Response = response;
            if (response.StatusCode < HttpStatusCode.OK)
            {
                // After 101, what follows is another protocol.
                return _failures.OfError(call, message, response, body);
            }

            Stream stream = await response.Content.ReadAsStreamAsync(deadline.Token).ConfigureAwait(false);
            if (call.Operation.StreamsOutput && !isError)
            {
                EventMessage? first = call.Operation.ReadInitialMessage is { } readInitial
                    ? await readInitial(stream, deadline.Token).ConfigureAwait(false)
                    : null;
                HandOver(call, message, response, stream, first);
                isHandedOver = true;
                return null;
            }

            RequireRoom(response, body);
            while (await stream.ReadAsync(body.GetMemory(), deadline.Token).ConfigureAwait(false) is > 0 and var read)
            {
                body.Advance(read);
            }

            if (!isError && call.Operation.IsErrorBody?.Invoke(body.WrittenSpan) == true)
            {
                // The service had begun to respond before it failed.
                response.StatusCode = HttpStatusCode.InternalServerError;
                isError = true;
            }

            if (isError)
            {
                if (settings.FollowRegionRedirects)
                {
                    call.OtherRegion = call.Operation.FindRegion?.Invoke(response, body.WrittenSpan);
                }

                return _failures.OfError(call, message, response, body);
            }

            call.Operation.ResponseChecksum?.Check(message, response, body.WrittenSpan);
            ReadOutput(call, response, body);
            return null;
        }
        catch (Exception e) when (Failures.IsOfReading(e, cancellationToken))
        {
            if (!isError && e is MalformedContentException && call.Operation.IsErrorBody is not null)
            {
                // The service broke off in the middle of its response.
                response.StatusCode = HttpStatusCode.InternalServerError;
                isError = true;
            }

            return isError
                ? _failures.OfError(call, message, response, body, e)
                : _failures.OfReading(e, call, message, response, body);
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

    /// <exception cref="BufferLimitException">The service announces more than is read.</exception>
    private static void RequireRoom(HttpResponseMessage response, PooledBuffer body)
    {
        // The parsed value would cost an allocation.
        if (
            response.Content.Headers.NonValidated.TryGetValues("Content-Length", out HeaderStringValues length)
            && long.TryParse(length.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out long bytes)
            && bytes > body.Limit
        )
        {
            throw new BufferLimitException(body.Limit);
        }
    }

    // Both stand apart from the method above for speed: what they build would be cleared there at each entry.
    private void HandOver(
        Call call,
        HttpRequestMessage message,
        HttpResponseMessage response,
        Stream stream,
        EventMessage? first
    )
    {
        Stream body =
            call.Operation.ResponseChecksum?.Check(message, response, stream) ?? new ResponseStream(stream, response);
        if (call.Observation is { } observation)
        {
            body = new ObservedStream(body, observation, ObservedCall.OutcomeOf(call, failure: null));
        }

        ServiceResponse streamed = new(call, service, response, body: default, body, first);
        ReadOutput(call, in streamed, first is null ? default : first.Payload.Span);
    }

    private void ReadOutput(Call call, HttpResponseMessage response, PooledBuffer body) =>
        ReadOutput(call, new ServiceResponse(call, service, response, body.WrittenSpan), body.WrittenSpan);

    private static void ReadOutput(Call call, in ServiceResponse response, ReadOnlySpan<byte> content)
    {
        try
        {
            call.ReadResponse(in response);
        }
        catch (JsonException e)
        {
            throw JsonText.SyntaxError(e, content);
        }
    }
}
