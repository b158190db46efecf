using SsoOidcGen.Runtime;

namespace SsoOidc;

/// <summary>Signs in with a code that the user approves in any browser (device authorization grant, RFC 8628).</summary>
internal sealed class DeviceFlow(SsoLoginOptions options, ClientRegistrations registrations, TokenCache cache)
{
    /// <summary>Tells this flow's client registrations from the other's.</summary>
    public const string Name = "device";
    private readonly TimeProvider _timeProvider = options.Client.TimeProvider;

    public async Task<SsoToken> RunAsync(SignInTarget target, string? explanation, CancellationToken cancellationToken)
    {
        (ClientRegistration registration, StartDeviceAuthorizationResponse started) = await StartAsync(
                target,
                cancellationToken
            )
            .ConfigureAwait(false);
        TimeSpan lifetime = ResponseValue.Duration(
            ResponseValue.Require(started.ExpiresIn, "StartDeviceAuthorization", "expiresIn")
        );
        DateTimeOffset expiresAt = _timeProvider.GetUtcNow() + lifetime;
        DevicePolling polling = new(
            target.Client,
            TokenRequest(registration, started),
            started.Interval,
            _timeProvider
        );
        CreateTokenResponse response = await Deadline
            .RunAsync(
                lifetime,
                _timeProvider,
                token => AskAsync(started, expiresAt, explanation, polling, token),
                () => DevicePolling.Expired(innerException: null),
                cancellationToken
            )
            .ConfigureAwait(false);
        SsoToken token = IssuedToken.From(
            response,
            target.Session,
            target.Portal.Region,
            registration,
            _timeProvider.GetUtcNow()
        );
        await cache.AddAsync(token).ConfigureAwait(false);
        return token;
    }

    private async Task<CreateTokenResponse> AskAsync(
        StartDeviceAuthorizationResponse started,
        DateTimeOffset expiresAt,
        string? explanation,
        DevicePolling polling,
        CancellationToken cancellationToken
    )
    {
        DeviceAuthorizationPrompt prompt = new()
        {
            VerificationUri = PageAddress.Require(
                ResponseValue.Require(started.VerificationUri, "StartDeviceAuthorization", "verificationUri"),
                "The service's verificationUri"
            ),
            VerificationUriComplete = started.VerificationUriComplete is { } complete
                ? PageAddress.Require(complete, "The service's verificationUriComplete")
                : null,
            UserCode = ResponseValue.Require(started.UserCode, "StartDeviceAuthorization", "userCode"),
            ExpiresAt = expiresAt,
            Explanation = explanation,
        };
        await Prompting.ShowAsync(options, prompt, cancellationToken).ConfigureAwait(false);
        return await polling.PollAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<(ClientRegistration, StartDeviceAuthorizationResponse)> StartAsync(
        SignInTarget target,
        CancellationToken cancellationToken
    )
    {
        for (bool isRetry = false; ; isRetry = true)
        {
            ClientRegistration registration = await RegisterAsync(target, cancellationToken).ConfigureAwait(false);
            StartDeviceAuthorizationRequest request = new()
            {
                ClientId = registration.ClientId,
                ClientSecret = registration.ClientSecret,
                StartUrl = target.Portal.StartUrl,
            };
            OperationResult<StartDeviceAuthorizationResponse> result = await target
                .Client.TryInvokeAsync(SsoOidcClient.Operations.StartDeviceAuthorization, request, cancellationToken)
                .ConfigureAwait(false);
            if (isRetry || result.Exception is not (InvalidClientException or UnauthorizedClientException))
            {
                return (registration, result.GetOutput());
            }

            // The cached registration is not known to the service any more.
            await registrations.RemoveAsync(target, Name, cancellationToken).ConfigureAwait(false);
        }
    }

    private Task<ClientRegistration> RegisterAsync(SignInTarget target, CancellationToken cancellationToken)
    {
        RegisterClientRequest request = new()
        {
            ClientName = options.ClientNameFor(target.Session),
            ClientType = "public",
            Scopes = target.Session.Scopes,
        };
        return registrations.GetAsync(target, Name, request, cancellationToken);
    }

    private static CreateTokenRequest TokenRequest(
        ClientRegistration registration,
        StartDeviceAuthorizationResponse started
    ) =>
        new()
        {
            ClientId = registration.ClientId,
            ClientSecret = registration.ClientSecret,
            GrantType = "urn:ietf:params:oauth:grant-type:device_code",
            DeviceCode = ResponseValue.Require(started.DeviceCode, "StartDeviceAuthorization", "deviceCode"),
        };
}
