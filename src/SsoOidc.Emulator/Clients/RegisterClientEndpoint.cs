namespace SsoOidc.Emulator;

/// <summary><c>POST /client/register</c> (RFC 7591, with the member names of SSO OIDC).</summary>
internal sealed class RegisterClientEndpoint(EmulatorOptions options, ClientRegistry clients)
{
    public async Task HandleAsync(HttpContext context)
    {
        Client client = Validate(await JsonBody.ReadAsync(context));
        clients.Add(client);

        string origin = Origin.Of(context);
        await JsonResponse.WriteAsync(
            context,
            json =>
            {
                json.WriteString("clientId", client.Id);
                json.WriteString("clientSecret", client.Secret);
                json.WriteNumber("clientIdIssuedAt", client.SecretIssuedAt.ToUnixTimeSeconds());
                json.WriteNumber("clientSecretExpiresAt", client.SecretExpiresAt.ToUnixTimeSeconds());
                json.WriteString("authorizationEndpoint", $"{origin}/authorize");
                json.WriteString("tokenEndpoint", $"{origin}/token");
            }
        );
    }

    private Client Validate(JsonBody body)
    {
        string name = body.Required("clientName");
        if (body.Required("clientType") != "public")
        {
            throw OAuthError.Create("invalid_client_metadata", "The only client type is public");
        }

        IReadOnlyList<string> scopes = body.OptionalList("scopes") ?? [];
        if (scopes.FirstOrDefault(scope => !options.Scopes.Contains(scope)) is { } unknownScope)
        {
            throw OAuthError.Create("invalid_scope", $"There is no scope {unknownScope}");
        }

        IReadOnlyList<string>? grantTypes = body.OptionalList("grantTypes");
        if (grantTypes?.FirstOrDefault(grant => !GrantTypes.Public.Contains(grant)) is { } unknownGrant)
        {
            throw OAuthError.Create("unsupported_grant_type", $"A public client cannot use {unknownGrant}");
        }

        if (body.Optional("issuerUrl") is { } issuerUrl)
        {
            StartUrl.Check(issuerUrl, "issuerUrl", options);
        }

        IReadOnlyList<string> redirectUris = body.OptionalList("redirectUris") ?? [];
        RedirectUri.CheckRegistration(redirectUris, grantTypes);

        DateTimeOffset now = options.TimeProvider.GetUtcNow();
        return new Client
        {
            Id = Secrets.Create(),
            Name = name,
            Secret = Secrets.Create(),
            SecretIssuedAt = now,
            SecretExpiresAt = now + options.ClientSecretLifetime,
            Scopes = scopes,
            RegisteredGrantTypes = grantTypes,
            RedirectUris = redirectUris,
        };
    }
}
