using System.ComponentModel;
using System.Diagnostics.Tracing;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>Calls a service's operations. The base of every generated client; safe for use by several threads.</summary>
public abstract class ServiceClient : IDisposable
{
    private readonly ServiceDescription _service;
    private readonly ServiceClientOptions _options;
    private readonly Transport _transport;
    private readonly Func<Call, CancellationToken, ValueTask<ServiceException?>>? _runFake;
    private RequestLoop? _loop;

    /// <summary>Creates a client.</summary>
    /// <param name="service">The service.</param>
    /// <param name="httpClient">
    /// Sends the requests; it stays the caller's. Its handler should not follow redirects: a redirected body is
    /// refused, but a header that holds a token is beyond the client's reach. Null: the client has its own.
    /// </param>
    /// <param name="options">Settings; what they leave open comes from the environment and the shared config file.</param>
    /// <exception cref="ConfigurationException">Only the options can say where the service is, and they do not.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected ServiceClient(ServiceDescription service, HttpClient? httpClient, ServiceClientOptions? options)
    {
        _service = service;
        _options = options ?? new ServiceClientOptions();
        if (service.ResolveEndpoint is null && _options.Endpoint is null)
        {
            throw OptionChecks.NoEndpoint(GetType().Name);
        }

        _transport = new Transport(httpClient, _options.ConnectTimeout);
    }

    /// <summary>Creates a client whose calls never leave the process: tests prepare what they come back with.</summary>
    /// <param name="service">The service.</param>
    /// <param name="fakes">What the test prepares.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected ServiceClient(ServiceDescription service, FakeCalls fakes)
    {
        _service = service;
        _options = new ServiceClientOptions { TimeProvider = fakes.TimeProvider };
        _transport = new Transport(given: null, _options.ConnectTimeout);
        _runFake = fakes.RunAsync;
    }

    /// <summary>Calls an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="request">Its input.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The operation's output.</returns>
    /// <exception cref="ServiceException">The service responded with an error, was out of reach, or sent what cannot be read.</exception>
    /// <exception cref="RequestValidationException">The input breaks rules of the model; nothing was sent.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    public async Task<TOutput> InvokeAsync<TInput, TOutput>(
        Operation<TInput, TOutput> operation,
        TInput request,
        CancellationToken cancellationToken = default
    )
    {
        Call<TInput, TOutput> call = Begin(operation, request);
        ServiceException? failure = await RunAsync(call, cancellationToken).ConfigureAwait(false);
        return failure is null ? call.Output : throw failure;
    }

    /// <summary>Calls an operation and returns a failure instead of throwing it: for calls whose errors are expected.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="request">Its input.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The output, or the <see cref="ServiceException"/>. Await it once.</returns>
    /// <exception cref="RequestValidationException">The input breaks rules of the model; nothing was sent.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    public async ValueTask<OperationResult<TOutput>> TryInvokeAsync<TInput, TOutput>(
        Operation<TInput, TOutput> operation,
        TInput request,
        CancellationToken cancellationToken = default
    )
    {
        Call<TInput, TOutput> call = Begin(operation, request);
        ServiceException? failure = await RunAsync(call, cancellationToken).ConfigureAwait(false);
        return failure is null
            ? new OperationResult<TOutput>(call.Output, call)
            : new OperationResult<TOutput>(failure, call);
    }

    /// <summary>Signs a request for somebody else to send: without credentials, with any HTTP client, until it expires.</summary>
    /// <param name="operation">An operation that is signed and sends no events.</param>
    /// <param name="request">
    /// Its input. What the model binds to headers is signed too, so the sender must send the same. A body that is a stream
    /// is the sender's to bring along, and left out; a form becomes the query of a GET request, so that the address is all
    /// there is.
    /// </param>
    /// <param name="lifetime">How long the request is valid, from one second to seven days, in whole seconds; no longer than the credentials.</param>
    /// <param name="cancellationToken">Cancels the waiting for credentials.</param>
    /// <exception cref="NotSupportedException">The operation cannot be presigned.</exception>
    /// <exception cref="RequestValidationException">The input breaks rules of the model.</exception>
    /// <exception cref="MissingCredentialsException">There are no credentials to sign with.</exception>
    public ValueTask<PresignedRequest> PresignAsync<TInput, TOutput>(
        Operation<TInput, TOutput> operation,
        TInput request,
        TimeSpan lifetime,
        CancellationToken cancellationToken = default
    )
    {
        Call<TInput, TOutput> call = Begin(operation, request);
        Validate(call);
        return new Presigner(Loop.Builder, Loop).PresignAsync(call, lifetime, cancellationToken);
    }

    /// <summary>Makes a form that uploads to S3.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected ValueTask<PresignedPost> PresignFormAsync(
        PostPolicy policy,
        CredentialsChain chain,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(policy);
        return new PostPresigner(_service, Loop.Builder).PresignAsync(policy, chain, cancellationToken);
    }

    /// <summary>A handler as a client makes it for itself: it follows no redirects and keeps no cookies.</summary>
    /// <param name="options">Settings, of which <see cref="ServiceClientOptions.ConnectTimeout"/> counts; null for the default.</param>
    public static HttpMessageHandler CreateHandler(ServiceClientOptions? options = null) =>
        Transport.CreateHandler((options ?? new ServiceClientOptions()).ConnectTimeout);

    /// <summary>The address that this client's settings lead to, where operations go that have no say in it themselves.</summary>
    /// <exception cref="EndpointException">The service is not to be found with these settings.</exception>
    public Uri GetEndpoint() => Loop.Builder.Targets.ConstantEndpoint.Url;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees the connections if they are the client's own.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _transport.Dispose();
        }
    }

    /// <summary>The clock of the options.</summary>
    internal TimeProvider TimeProvider => _options.TimeProvider;

    /// <summary>Made for the first call: only then a setting is missed.</summary>
    private RequestLoop Loop => _loop ?? CreateLoop();

    private RequestLoop CreateLoop()
    {
        AwsEnvironment environment = _service.IsOfAws ? _options.Environment : AwsEnvironment.Empty;
        RequestLoop loop = new(_service, _transport, new ClientSettings(_options, _service.ServiceId, environment));
        return Interlocked.CompareExchange(ref _loop, loop, null) ?? loop;
    }

    private static Call<TInput, TOutput> Begin<TInput, TOutput>(Operation<TInput, TOutput> operation, TInput request)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(request);
        return new Call<TInput, TOutput>(operation, request);
    }

    private ValueTask<ServiceException?> RunAsync(Call call, CancellationToken cancellationToken) =>
        Instruments.IsListening || _options.Log?.IsEnabled(EventLevel.Warning) is true
            ? ObservedCall.RunAsync(_service, call, _options, RunCheckedAsync, cancellationToken)
            : RunCheckedAsync(call, cancellationToken);

    private ValueTask<ServiceException?> RunCheckedAsync(Call call, CancellationToken cancellationToken)
    {
        Validate(call);
        return _runFake is null ? Loop.RunAsync(call, cancellationToken) : _runFake(call, cancellationToken);
    }

    private static void Validate(Call call)
    {
        ValidationErrors errors = default;
        call.Validate(ref errors);
        if (errors.All is { } all)
        {
            throw new RequestValidationException(call.Operation.Name, all);
        }
    }
}
