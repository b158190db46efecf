namespace SsoOidc.Emulator;

/// <summary><c>POST /device_authorization</c> (RFC 8628 §3.1, §3.2).</summary>
internal sealed class StartDeviceAuthorizationEndpoint(
    EmulatorOptions options,
    ClientRegistry clients,
    DeviceAuthorizationStore authorizations
)
{
    public async Task HandleAsync(HttpContext context)
    {
        JsonBody body = await JsonBody.ReadAsync(context);
        Client client = clients.Authenticate(body);
        StartUrl.Check(body.Required("startUrl"), "startUrl", options);
        if (!client.Allows(GrantTypes.DeviceCode))
        {
            throw OAuthError.Create("unauthorized_client", "The client is not registered for the device code grant");
        }

        var authorization = new DeviceAuthorization(client, options);
        authorizations.Add(authorization);

        string page = $"{Origin.Of(context)}/device";
        await JsonResponse.WriteAsync(
            context,
            json =>
            {
                json.WriteString("deviceCode", authorization.DeviceCode);
                json.WriteString("userCode", authorization.UserCode);
                json.WriteString("verificationUri", page);
                json.WriteString("verificationUriComplete", $"{page}?user_code={authorization.UserCode}");
                json.WriteNumber("expiresIn", (int)options.DeviceCodeLifetime.TotalSeconds);
                json.WriteNumber("interval", (int)options.Interval.TotalSeconds);
            }
        );
    }
}
