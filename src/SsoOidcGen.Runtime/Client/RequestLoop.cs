using System.Diagnostics;
using System.Net;
using System.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>Makes a call: builds its request, and sends it until there is an answer or no more sense in trying.</summary>
/// <remarks>One per client; thread-safe. Nothing in it is generic, so that it is compiled once for all operations.</remarks>
internal sealed class RequestLoop(ServiceDescription service, HttpClient http, ClientSettings settings)
{
    private readonly RetryQuota _quota = new();
    private readonly ClockSkew _clock = new(settings.TimeProvider);

    public RequestTargets Targets { get; } = new(service, settings);

    /// <returns>Null when the call succeeded; its output is in <paramref name="call"/> then.</returns>
    public ValueTask<ServiceException?> RunAsync(Call call, CancellationToken cancellationToken) =>
        Telemetry.IsListening ? RunObservedAsync(call, cancellationToken) : RunUnobservedAsync(call, cancellationToken);

    private async ValueTask<ServiceException?> RunObservedAsync(Call call, CancellationToken cancellationToken)
    {
        string operation = call.Operation.Name;
        using Activity? activity = Telemetry.Start(service, operation);
        long start = settings.TimeProvider.GetTimestamp();
        ServiceException? failure = await RunUnobservedAsync(call, cancellationToken).ConfigureAwait(false);
        TimeSpan duration = settings.TimeProvider.GetElapsedTime(start);
        Telemetry.Record(activity, service, operation, duration, failure);
        return failure;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<ServiceException?> RunUnobservedAsync(Call call, CancellationToken cancellationToken)
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
            string invocationId = ClientHeaders.NewInvocationId();
            int retryCost = 0;
            for (int attempt = 1; ; attempt++)
            {
                using HttpRequestMessage message = CreateMessage(operation, target, endpoint, request);
                content = message.Content as RequestContent;
                if (operation.Auth is { } auth)
                {
                    AuthRequest unsigned = new()
                    {
                        Operation = operation.Name,
                        HasUnsignedPayload = operation.HasUnsignedPayload,
                        Service = service,
                        Endpoint = endpoint,
                        Message = message,
                        Parts = request,
                        Settings = settings,
                        Clock = _clock,
                    };
                    await auth.AuthenticateAsync(unsigned, cancellationToken).ConfigureAwait(false);
                }

                ClientHeaders.Add(message, settings, invocationId, attempt);
                ServiceException? failure = await Exchange
                    .RunAsync(http, service, call, message, settings, cancellationToken)
                    .ConfigureAwait(false);
                isBodyInUse |= content is { IsInUse: true };
                if (failure is null)
                {
                    _quota.Release(retryCost);
                    return null;
                }

                failure.Attempts = attempt;
                bool isSkewed =
                    operation.Auth is { ReliesOnClock: true }
                    && _clock.TryCorrect(failure.ErrorCode, failure.ServerTime);
                if (
                    !(failure.IsRetryable || isSkewed)
                    || attempt >= settings.MaxAttempts
                    || !request.TryRewind()
                    || !_quota.TryAcquire(failure.IsThrottling, out retryCost)
                )
                {
                    return failure;
                }

                TimeSpan delay = settings.Backoff.Delay(attempt, failure.IsThrottling, failure.RetryAfter);
                await Task.Delay(delay, settings.TimeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            request.Return(isBodyInUse || content is { IsInUse: true });
        }
    }

    private ValueTask WriteRequestAsync(Call call, RequestWriter request, CancellationToken cancellationToken)
    {
        call.WriteRequest(request);
        request.Complete();
        if (request.HeaderFault is { } fault)
        {
            throw new RequestValidationException(call.Operation.Name, [fault]);
        }

        if (settings.CompressionThreshold is { } threshold)
        {
            call.Operation.CompressRequest?.Invoke(request, threshold);
        }

        return call.Operation.RequiresChecksum
            ? BodyChecksum.AddAsync(call.Operation.Name, request, cancellationToken)
            : default;
    }

    private HttpRequestMessage CreateMessage(Operation operation, Uri target, Endpoint endpoint, RequestWriter request)
    {
        HttpRequestMessage message = new(operation.Method, target)
        {
            Version = operation.RequiresHttp2 ? HttpVersion.Version20 : http.DefaultRequestVersion,
            VersionPolicy = operation.RequiresHttp2
                ? HttpVersionPolicy.RequestVersionOrHigher
                : http.DefaultVersionPolicy,
        };
        request.CopyTo(message);
        foreach ((string name, IReadOnlyList<string> values) in endpoint.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, values);
        }

        return message;
    }
}
