using WebApp.SsoOidc;

namespace WebApp;

/// <summary>Signs users in with a device code (RFC 8628).</summary>
internal sealed class SignIn(ISsoOidcClient oidc, IConfiguration configuration)
{
    public async Task<PendingSignIn> BeginAsync(CancellationToken cancellationToken)
    {
        RegisterClientResponse app = await oidc.RegisterClientAsync(
            new RegisterClientRequest
            {
                ClientName = "web-app-sample",
                ClientType = "public",
                Scopes = ["sso:account:access"],
            },
            cancellationToken
        );
        StartDeviceAuthorizationResponse authorization = await oidc.StartDeviceAuthorizationAsync(
            new StartDeviceAuthorizationRequest
            {
                ClientId = app.ClientId!,
                ClientSecret = app.ClientSecret!,
                StartUrl = configuration["Sso:StartUrl"]!,
            },
            cancellationToken
        );
        return new PendingSignIn(
            app.ClientId!,
            app.ClientSecret!,
            authorization.DeviceCode!,
            authorization.VerificationUriComplete!
        );
    }

    /// <summary>The access token, or 202 as long as the user has not signed in.</summary>
    public async Task<IResult> TryCompleteAsync(PendingSignIn pending, CancellationToken cancellationToken)
    {
        try
        {
            CreateTokenResponse token = await oidc.CreateTokenAsync(
                new CreateTokenRequest
                {
                    ClientId = pending.ClientId,
                    ClientSecret = pending.ClientSecret,
                    DeviceCode = pending.DeviceCode,
                    GrantType = "urn:ietf:params:oauth:grant-type:device_code",
                },
                cancellationToken
            );
            return Results.Text(token.AccessToken);
        }
        catch (AuthorizationPendingException)
        {
            return Results.Accepted();
        }
        catch (SsoOidcException e)
        {
            return Results.Problem(e.Message, statusCode: StatusCodes.Status400BadRequest, title: e.ErrorCode);
        }
    }
}
