using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>Makes a call: builds its request, and sends it until there is a response or no point in another attempt.</summary>
/// <remarks>One per client; thread-safe. Nothing in it is generic, so that it is compiled once for all operations.</remarks>
internal sealed class RequestLoop(ServiceDescription service, Transport transport, ClientSettings settings)
    : ICallRunner
{
    private readonly RetryQuota _quota = new(service.ServiceId);
    private readonly Exchange _exchange = new(service, transport, settings);

    public RequestBuilder Builder { get; } = new(service, transport, settings);

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
        Endpoint endpoint = Builder.Targets.EndpointOf(call);
        RequestWriter request = Builder.Rent();
        RequestContent? content = null;
        bool isBodyInUse = false;
        try
        {
            await Builder.WriteAsync(call, request, cancellationToken).ConfigureAwait(false);
            if (operation.RequestChecksum is not null || operation.ResponseChecksum is not null)
            {
                await Builder.AddChecksumsAsync(operation, endpoint, request, cancellationToken).ConfigureAwait(false);
            }

            Uri target = Builder.Targets.UriOf(endpoint, request);
            Observe(call, target);
            Builder.ProtectSecrets(operation, request, target);

            string invocationId = ClientHeaders.NewInvocationId();
            int retryCost = 0;
            for (int attempt = 1; ; attempt++)
            {
                call.Attempts = attempt;
                call.Response = null;
                using HttpRequestMessage message = Builder.CreateMessage(operation, target, endpoint, request);
                content = message.Content as RequestContent;
                if (operation.Auth is { } auth)
                {
                    await auth.AuthenticateAsync(
                            Builder.ToAuthenticate(call, endpoint, message, request, this),
                            cancellationToken
                        )
                        .ConfigureAwait(false);
                }

                ClientHeaders.Add(message, settings, operation.Auth is not null, invocationId, attempt);
                ServiceException? failure = await _exchange
                    .RunAsync(call, message, cancellationToken)
                    .ConfigureAwait(false);
                isBodyInUse |= content is { IsInUse: true };
                call.Observation?.Attempted(failure);
                if (failure is null)
                {
                    _quota.Release(retryCost);
                    return null;
                }

                failure.Attempts = attempt;
                call.LastFailure = failure;
                if (Builder.Targets.TryRedirect(call) && request.SentBody.TryRewind())
                {
                    // The other region is asked at once, and not as a retry.
                    endpoint = Builder.Targets.EndpointOf(call);
                    target = Builder.Targets.UriOf(endpoint, request);
                    attempt--;
                    continue;
                }

                if (!TryPayForRetry(call, request, failure, ref retryCost))
                {
                    return failure;
                }

                await DelayAsync(call, failure, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            request.Return(isBodyInUse || content is { IsInUse: true });
        }
    }

    private void Observe(Call call, Uri target)
    {
        if (call.Observation is { } observation)
        {
            RetryQuotaGauge.Add(_quota);
            observation.Resolved(target, settings.Region);
        }
    }

    /// <summary>Decides whether the request is sent again.</summary>
    private bool TryPayForRetry(Call call, RequestWriter request, ServiceException failure, ref int retryCost)
    {
        bool isSkewed =
            call.Operation.Auth is { ReliesOnClock: true }
            && Builder.Clock.TryCorrect(failure.ErrorCode, failure.ServerTime);
        if (isSkewed)
        {
            call.Observation?.ClockCorrected(Builder.Clock.Offset);
        }

        if (
            !(failure.IsRetryable || isSkewed)
            || failure.Attempts >= settings.MaxAttempts
            || !request.SentBody.TryRewind()
        )
        {
            return false;
        }

        bool isPaid = _quota.TryAcquire(failure.IsThrottling, out retryCost);
        if (!isPaid)
        {
            call.Observation?.RetryQuotaExhausted();
        }

        return isPaid;
    }

    private ValueTask DelayAsync(Call call, ServiceException failure, CancellationToken cancellationToken)
    {
        TimeSpan delay = settings.Backoff.Delay(failure.Attempts, failure.IsThrottling, failure.RetryAfter);
        call.Observation?.Retrying(failure.Attempts, delay, ReasonOf(failure));
        return new ValueTask(Task.Delay(delay, settings.TimeProvider, cancellationToken));
    }

    private static RetryReason ReasonOf(ServiceException failure) =>
        failure.IsThrottling ? RetryReason.Throttled
        : failure.IsRetryable ? RetryReason.Transient
        : RetryReason.Clock;
}
