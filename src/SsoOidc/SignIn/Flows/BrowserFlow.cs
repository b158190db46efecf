using System.Net.Sockets;
using SsoOidcGen.Runtime;

namespace SsoOidc;

/// <summary>Signs in through a browser on this machine (authorization code grant for native apps, RFC 8252, with PKCE, RFC 7636).</summary>
internal sealed class BrowserFlow(SsoLoginOptions options, ClientRegistrations registrations, TokenCache cache)
{
    /// <summary>Tells this flow's client registrations from the other's.</summary>
    public const string Name = "browser";
    private const string CallbackPath = "/oauth/callback";
    private static readonly IReadOnlyList<string> s_defaultScopes = ["sso:account:access"];
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(10);
    private readonly TimeProvider _timeProvider = options.Client.TimeProvider;

    public async Task<SsoToken> RunAsync(SignInTarget target, string? explanation, CancellationToken cancellationToken)
    {
        ClientRegistration registration = await RegisterAsync(target, cancellationToken).ConfigureAwait(false);
        using LoopbackListener listener = OpenListener(_timeProvider);
        Pkce pkce = new();
        string state = Guid.NewGuid().ToString();
        BrowserPrompt prompt = new()
        {
            AuthorizationUrl = PageAddress.Require(
                AuthorizationRequest.Url(
                    target.Client.GetEndpoint(),
                    registration.ClientId,
                    listener.RedirectUri,
                    state,
                    Scopes(target),
                    pkce.Challenge
                ),
                "The service's authorization endpoint"
            ),
            ExpiresAt = _timeProvider.GetUtcNow() + s_limit,
            Explanation = explanation,
        };
        using BrowserCallback callback = await AskAsync(target, listener, state, prompt, cancellationToken)
            .ConfigureAwait(false);
        try
        {
            CreateTokenRequest request = new()
            {
                ClientId = registration.ClientId,
                ClientSecret = registration.ClientSecret,
                GrantType = "authorization_code",
                RedirectUri = listener.RedirectUri,
                CodeVerifier = pkce.Verifier,
                Code = callback.Response.Code ?? throw Refused(callback.Response),
            };
            CreateTokenResponse response = await RedeemAsync(target.Client, request, cancellationToken)
                .ConfigureAwait(false);
            SsoToken token = IssuedToken.From(
                response,
                target.Session,
                target.Portal.Region,
                registration,
                _timeProvider.GetUtcNow()
            );
            string? whyNotStored = await cache.AddAsync(token).ConfigureAwait(false);
            byte[] page = whyNotStored is null ? CallbackPage.Success() : CallbackPage.NotStored(whyNotStored);
            await callback.ShowAsync(page, cancellationToken).ConfigureAwait(false);
            return token;
        }
        catch (Exception exception) when (exception is SsoException or ServiceException)
        {
            await callback.ShowAsync(CallbackPage.Failure(exception.Message), cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    private static LoopbackListener OpenListener(TimeProvider timeProvider)
    {
        try
        {
            return LoopbackListener.Open(CallbackPath, timeProvider);
        }
        catch (SocketException exception)
        {
            throw new SignInFailedException(
                SignInFailure.ListenerUnavailable,
                $"No port can be opened on 127.0.0.1 for the browser to come back to: {exception.Message}. Sign in with a device code.",
                exception
            );
        }
    }

    private async Task<BrowserCallback> AskAsync(
        SignInTarget target,
        LoopbackListener listener,
        string state,
        BrowserPrompt prompt,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await Deadline
                .RunAsync(
                    s_limit,
                    _timeProvider,
                    async token =>
                    {
                        Task<BrowserCallback> waiting = listener.WaitAsync(state, token);
                        await Prompting.ShowAsync(options, prompt, token).ConfigureAwait(false);
                        return await waiting.ConfigureAwait(false);
                    },
                    () =>
                        new SignInFailedException(
                            SignInFailure.Expired,
                            $"The browser did not come back within {s_limit.TotalMinutes:0} minutes. Sign in again."
                        ),
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
        catch
        {
            // A service that does not know the client any more says so on its own page only, so the next sign-in registers anew.
            await registrations.RemoveAsync(target, Name, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    private static async Task<CreateTokenResponse> RedeemAsync(
        SsoOidcClient client,
        CreateTokenRequest request,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await client.CreateTokenAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (ExpiredTokenException expired)
        {
            throw new SignInFailedException(
                SignInFailure.Expired,
                "What the browser brought had expired before it could be used. Sign in again.",
                expired
            );
        }
        catch (AccessDeniedException denied)
        {
            throw new SignInFailedException(
                SignInFailure.Denied,
                $"The sign-in was denied: {denied.Message.TrimEnd('.')}. Sign in again, or ask your administrator for access.",
                denied
            );
        }
    }

    private static SignInFailedException Refused(AuthorizationResponse response)
    {
        bool isDenied = response.Error == "access_denied";
        string reason = response.ErrorDescription is null
            ? response.Error!
            : $"{response.ErrorDescription.TrimEnd('.')} ({response.Error})";
        return new SignInFailedException(
            isDenied ? SignInFailure.Denied : SignInFailure.Refused,
            $"The sign-in was {(isDenied ? "denied" : "refused")}: {reason}. Sign in again, or ask your administrator for access."
        );
    }

    private Task<ClientRegistration> RegisterAsync(SignInTarget target, CancellationToken cancellationToken)
    {
        RegisterClientRequest request = new()
        {
            ClientName = options.ClientNameFor(target.Session),
            ClientType = "public",
            GrantTypes = ["authorization_code", "refresh_token"],
            // Any port is allowed with a loopback redirect (RFC 8252 §7.3).
            RedirectUris = ["http://127.0.0.1" + CallbackPath],
            IssuerUrl = target.Portal.StartUrl,
            Scopes = Scopes(target),
        };
        return registrations.GetAsync(target, Name, request, cancellationToken);
    }

    private static IReadOnlyList<string> Scopes(SignInTarget target) => target.Session.Scopes ?? s_defaultScopes;
}
