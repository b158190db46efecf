using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>Calls a service's operations. The base of every generated client; safe for use by several threads.</summary>
public abstract class ServiceClient : IDisposable
{
    private readonly ConcurrentDictionary<string, Uri> _constantTargets = new(StringComparer.Ordinal);
    private readonly RetryQuota _quota = new();
    private readonly ServiceDescription _service;
    private readonly ServiceClientOptions _options;
    private readonly ClockSkew _clock;
    private readonly HttpClient _http;
    private readonly bool _ownsHttp;
    private ClientSettings? _settings;
    private Endpoint? _endpoint;

    /// <summary>Creates a client.</summary>
    /// <param name="service">The service.</param>
    /// <param name="httpClient">
    /// Sends the requests; it stays the caller's. Its handler should not follow redirects: a redirected body is
    /// refused, but a header that holds a token is beyond the client's reach. Null: the client has its own.
    /// </param>
    /// <param name="options">Settings; what they leave open comes from the environment and the shared config file.</param>
    protected ServiceClient(ServiceDescription service, HttpClient? httpClient, ServiceClientOptions? options)
    {
        _service = service;
        _options = options ?? new ServiceClientOptions();
        _ownsHttp = httpClient is null;
        _http = httpClient ?? DefaultHttp.CreateClient(_options.ConnectTimeout);
        _clock = new ClockSkew(_options.TimeProvider);
    }

    /// <summary>Calls an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="input">Its input.</param>
    /// <param name="cancellationToken">Ends the call at once.</param>
    /// <returns>The operation's output.</returns>
    /// <exception cref="ServiceException">The service answered with an error, was out of reach, or sent what cannot be read.</exception>
    /// <exception cref="RequestValidationException">The input breaks rules of the model; nothing was sent.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    public async Task<TOutput> InvokeAsync<TInput, TOutput>(
        Operation<TInput, TOutput> operation,
        TInput input,
        CancellationToken cancellationToken = default
    ) => (await TryInvokeAsync(operation, input, cancellationToken).ConfigureAwait(false)).GetOutput();

    /// <summary>Calls an operation and returns a failure instead of throwing it: for calls whose errors are expected.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="input">Its input.</param>
    /// <param name="cancellationToken">Ends the call at once.</param>
    /// <returns>The output, or the <see cref="ServiceException"/>. Await it once.</returns>
    /// <exception cref="RequestValidationException">The input breaks rules of the model; nothing was sent.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    public ValueTask<OperationResult<TOutput>> TryInvokeAsync<TInput, TOutput>(
        Operation<TInput, TOutput> operation,
        TInput input,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(input);
        return Telemetry.IsListening
            ? ObservedCallAsync(operation, input, cancellationToken)
            : CallAsync(operation, input, cancellationToken);
    }

    /// <summary>A handler as a client makes it for itself: it follows no redirects and keeps no cookies.</summary>
    public static HttpMessageHandler CreateHandler() =>
        DefaultHttp.CreateHandler(new ServiceClientOptions().ConnectTimeout);

    /// <summary>The address that this client's settings lead to, where operations go that have no say in it themselves.</summary>
    /// <exception cref="EndpointException">The service is not to be found with these settings.</exception>
    public Uri GetEndpoint() => ConstantEndpoint(Settings).Url;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees the connections if they are the client's own.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && _ownsHttp)
        {
            _http.Dispose();
        }
    }

    /// <summary>The clock of the options.</summary>
    internal TimeProvider TimeProvider => _options.TimeProvider;

    private ClientSettings Settings => _settings ??= ClientSettings.Resolve(_options, _service.ServiceId);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<OperationResult<TOutput>> CallAsync<TInput, TOutput>(
        Operation<TInput, TOutput> operation,
        TInput input,
        CancellationToken cancellationToken
    )
    {
        Validate(operation, input);
        ClientSettings settings = Settings;
        Endpoint endpoint = ResolveEndpoint(operation, input, settings);
        RequestWriter request = RequestWriter.Rent(_options.NewIdempotencyToken);
        RequestContent? content = null;
        bool isBodyInUse = false;
        try
        {
            WriteRequest(operation, input, request, settings);
            if (operation.RequiresChecksum)
            {
                await BodyChecksum.AddAsync(operation.Name, request, cancellationToken).ConfigureAwait(false);
            }

            Uri target = TargetOf(endpoint, request, settings);
            string invocationId = ClientHeaders.NewInvocationId();
            int retryCost = 0;
            for (int attempt = 1; ; attempt++)
            {
                using HttpRequestMessage message = CreateMessage(operation, target, endpoint, request);
                content = message.Content as RequestContent;
                if (operation.Auth is { } auth)
                {
                    AuthRequest plain = new()
                    {
                        Operation = operation.Name,
                        HasUnsignedPayload = operation.HasUnsignedPayload,
                        Service = _service,
                        Endpoint = endpoint,
                        Message = message,
                        Parts = request,
                        Settings = settings,
                        Clock = _clock,
                    };
                    await auth.AuthenticateAsync(plain, cancellationToken).ConfigureAwait(false);
                }

                ClientHeaders.Add(message, settings, invocationId, attempt);
                OperationResult<TOutput> result = await Exchange
                    .RunAsync(_http, _service, operation, message, settings, cancellationToken)
                    .ConfigureAwait(false);
                isBodyInUse |= content is { IsInUse: true };
                if (result.Exception is not { } failure)
                {
                    _quota.Release(retryCost);
                    return result;
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
                    return result;
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

    private async ValueTask<OperationResult<TOutput>> ObservedCallAsync<TInput, TOutput>(
        Operation<TInput, TOutput> operation,
        TInput input,
        CancellationToken cancellationToken
    )
    {
        using Activity? activity = Telemetry.Start(_service, operation.Name);
        TimeProvider clock = _options.TimeProvider;
        long start = clock.GetTimestamp();
        OperationResult<TOutput> result = await CallAsync(operation, input, cancellationToken).ConfigureAwait(false);
        Telemetry.Record(activity, _service, operation.Name, clock.GetElapsedTime(start), result.Exception);
        return result;
    }

    private static void Validate<TInput, TOutput>(Operation<TInput, TOutput> operation, TInput input)
    {
        RequestFaults faults = default;
        operation.Validate?.Invoke(input, ref faults);
        if (faults.All is { } all)
        {
            throw new RequestValidationException(operation.Name, all);
        }
    }

    private Endpoint ResolveEndpoint<TInput, TOutput>(
        Operation<TInput, TOutput> operation,
        TInput input,
        ClientSettings settings
    ) =>
        operation.BindEndpoint is { } bind
            ? Resolve(settings, bind(input, EndpointContextOf(settings)))
            : ConstantEndpoint(settings);

    private Endpoint ConstantEndpoint(ClientSettings settings) =>
        _endpoint ??= Resolve(settings, EndpointContextOf(settings));

    private static EndpointContext EndpointContextOf(ClientSettings settings) =>
        settings.EndpointParameters with
        {
            Region = settings.Region,
            Endpoint = settings.Endpoint?.OriginalString,
            // Whoever names an endpoint has chosen its kind.
            UseFips = settings.UseFipsEndpoint && settings.Endpoint is null,
            UseDualStack = settings.UseDualStackEndpoint && settings.Endpoint is null,
        };

    private Endpoint Resolve(ClientSettings settings, in EndpointContext context)
    {
        try
        {
            return _service.ResolveEndpoint(context);
        }
        catch (EndpointException) when (settings.Region is null)
        {
            settings.RequireRegion();
            throw;
        }
    }

    private static void WriteRequest<TInput, TOutput>(
        Operation<TInput, TOutput> operation,
        TInput input,
        RequestWriter request,
        ClientSettings settings
    )
    {
        operation.WriteRequest(input, request);
        request.Complete();
        if (request.HeaderFault is { } fault)
        {
            throw new RequestValidationException(operation.Name, [fault]);
        }

        if (settings.CompressionThreshold is { } threshold)
        {
            operation.CompressRequest?.Invoke(request, threshold);
        }
    }

    private Uri TargetOf(Endpoint endpoint, RequestWriter request, ClientSettings settings)
    {
        string? prefix = settings.DisableHostPrefixInjection ? null : request.Prefix;
        if (request.ConstantTarget is not { } constant || prefix is not null || !ReferenceEquals(endpoint, _endpoint))
        {
            return RequestTarget.Join(endpoint.Url, prefix, request.PathAndQuery);
        }

        return _constantTargets.TryGetValue(constant, out Uri? target)
            ? target
            : _constantTargets[constant] = RequestTarget.Join(endpoint.Url, prefix, constant);
    }

    private HttpRequestMessage CreateMessage<TInput, TOutput>(
        Operation<TInput, TOutput> operation,
        Uri target,
        Endpoint endpoint,
        RequestWriter request
    )
    {
        HttpRequestMessage message = new(operation.Method, target)
        {
            Version = operation.RequiresHttp2 ? HttpVersion.Version20 : _http.DefaultRequestVersion,
            VersionPolicy = operation.RequiresHttp2
                ? HttpVersionPolicy.RequestVersionOrHigher
                : _http.DefaultVersionPolicy,
        };
        request.CopyTo(message);
        foreach ((string name, IReadOnlyList<string> values) in endpoint.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, values);
        }

        return message;
    }
}
