using System.Diagnostics;
using System.Net;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>Makes a call: builds its request, and sends it until there is a response or no point in another attempt.</summary>
/// <remarks>One per client; thread-safe. Nothing in it is generic, so that it is compiled once for all operations.</remarks>
internal sealed class RequestLoop(ServiceDescription service, Transport transport, ClientSettings settings)
{
    private readonly RetryQuota _quota = new();
    private readonly Exchange _exchange = new(service, transport, settings);
    private readonly ClockSkew _clock = new(settings.TimeProvider);

    public RequestTargets Targets { get; } = new(service, settings);

    /// <returns>Null when the call succeeded; its output is in <paramref name="call"/> then.</returns>
    public ValueTask<ServiceException?> RunAsync(Call call, CancellationToken cancellationToken) =>
        settings.CallTimeout == Timeout.InfiniteTimeSpan
            ? RunAttemptsAsync(call, cancellationToken)
            : RunWithinAsync(settings.CallTimeout, call, cancellationToken);

    private async ValueTask<ServiceException?> RunWithinAsync(
        TimeSpan limit,
        Call call,
        CancellationToken cancellationToken
    )
    {
        using AttemptDeadline deadline = AttemptDeadline.Start(limit, settings.TimeProvider, cancellationToken);
        try
        {
            return await RunAttemptsAsync(call, deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (deadline.IsOver)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Failures.OfCallTimeout(limit, call, e);
        }
    }

    private async ValueTask<ServiceException?> RunAttemptsAsync(Call call, CancellationToken cancellationToken)
    {
        Operation operation = call.Operation;
        Endpoint endpoint = Targets.EndpointOf(call);
        RequestWriter request = RequestWriter.Rent(settings.NewIdempotencyToken);
        RequestContent? content = null;
        bool isBodyInUse = false;
        try
        {
            await WriteRequestAsync(call, request, cancellationToken).ConfigureAwait(false);
            Uri target = Targets.UriOf(endpoint, request);
            if (operation is { IsSensitive: true, Auth: null })
            {
                PlainHttp.Refuse(target, operation.Name, "sensitive members", settings.Authentication.AllowPlainHttp);
            }

            string invocationId = ClientHeaders.NewInvocationId();
            int retryCost = 0;
            for (int attempt = 1; ; attempt++)
            {
                call.Attempts = attempt;
                using HttpRequestMessage message = CreateMessage(operation, target, endpoint, request);
                content = message.Content as RequestContent;
                if (operation.Auth is { } auth)
                {
                    await AuthenticateAsync(auth, operation, endpoint, message, request, cancellationToken)
                        .ConfigureAwait(false);
                }

                ClientHeaders.Add(message, settings, invocationId, attempt);
                ServiceException? failure = await _exchange
                    .RunAsync(call, message, cancellationToken)
                    .ConfigureAwait(false);
                isBodyInUse |= content is { IsInUse: true };
                if (failure is null)
                {
                    _quota.Release(retryCost);
                    return null;
                }

                failure.Attempts = attempt;
                call.LastFailure = failure;
                if (!TryPayForRetry(operation, request, failure, ref retryCost))
                {
                    return failure;
                }

                await DelayAsync(failure, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            request.Return(isBodyInUse || content is { IsInUse: true });
        }
    }

    /// <summary>Decides whether the request is sent again.</summary>
    private bool TryPayForRetry(Operation operation, RequestWriter request, ServiceException failure, ref int retryCost)
    {
        bool isSkewed =
            operation.Auth is { ReliesOnClock: true } && _clock.TryCorrect(failure.ErrorCode, failure.ServerTime);
        return (failure.IsRetryable || isSkewed)
            && failure.Attempts < settings.MaxAttempts
            && request.SentBody.TryRewind()
            && _quota.TryAcquire(failure.IsThrottling, out retryCost);
    }

    private ValueTask DelayAsync(ServiceException failure, CancellationToken cancellationToken)
    {
        TimeSpan delay = settings.Backoff.Delay(failure.Attempts, failure.IsThrottling, failure.RetryAfter);
        return new ValueTask(Task.Delay(delay, settings.TimeProvider, cancellationToken));
    }

    private ValueTask WriteRequestAsync(Call call, RequestWriter request, CancellationToken cancellationToken)
    {
        Operation operation = call.Operation;
        call.WriteRequest(request);
        request.SentBody.Complete();
        if (request.SentHeaders.Error is not null)
        {
            throw HeaderError(operation, request.SentHeaders.Error);
        }

        if (operation.CompressRequest is not null)
        {
            Compress(operation, request);
        }

        return operation.RequiresChecksum ? BodyChecksum.AddAsync(operation.Name, request, cancellationToken) : default;
    }

    // Both stand apart from the method above for speed: what few calls need is not compiled at the start of every program.
    private static RequestValidationException HeaderError(Operation operation, string error) =>
        new(operation.Name, [error]);

    private void Compress(Operation operation, RequestWriter request)
    {
        if (settings.CompressionThreshold is { } threshold)
        {
            operation.CompressRequest!(request, threshold);
        }
    }

    private HttpRequestMessage CreateMessage(Operation operation, Uri target, Endpoint endpoint, RequestWriter request)
    {
        HttpRequestMessage message = new(operation.Method, target)
        {
            Version = operation.RequiresHttp2 ? HttpVersion.Version20 : transport.Version,
            VersionPolicy = operation.RequiresHttp2
                ? HttpVersionPolicy.RequestVersionOrHigher
                : transport.VersionPolicy,
        };
        request.CopyTo(message);
        if (endpoint.HasHeaders)
        {
            endpoint.AddHeadersTo(message);
        }

        return message;
    }

    private ValueTask AuthenticateAsync(
        AuthScheme scheme,
        Operation operation,
        Endpoint endpoint,
        HttpRequestMessage message,
        RequestWriter request,
        CancellationToken cancellationToken
    )
    {
        AuthRequest unauthenticated = new()
        {
            Operation = operation.Name,
            HasUnsignedPayload = operation.HasUnsignedPayload,
            Service = service,
            Endpoint = endpoint,
            Message = message,
            Parts = request,
            Settings = settings.Authentication,
            Clock = _clock,
        };
        return scheme.AuthenticateAsync(unauthenticated, cancellationToken);
    }
}
