namespace SsoOidc.Emulator;

/// <summary><c>POST /token?aws_iam=t</c>: an application that proves itself by its signature turns a grant into tokens.</summary>
internal sealed class CreateTokenWithIamEndpoint(
    EmulatorOptions options,
    ClientRegistry clients,
    AuthorizationCodeStore authorizationCodes,
    TokenStore tokens,
    AccessKeyStore keys
)
{
    private readonly SigV4Verifier _verifier = new("sso-oauth", options.TimeProvider, keys);

    public async Task HandleAsync(HttpContext context)
    {
        _verifier.Verify(await SignedRequest.ReadAsync(context));
        JsonBody body = await JsonBody.ReadAsync(context);
        string grantType = body.Required("grantType");
        if (clients.Find(body.Required("clientId")) is not { IsPublic: false } client)
        {
            throw OAuthError.Create("invalid_client", "The application is not known");
        }

        string issuedType = TokenTypes.AccessToken;
        IssuedTokens issued;
        switch (grantType)
        {
            case GrantTypes.AuthorizationCode:
                issued = authorizationCodes.Redeem(client, body);
                break;
            case GrantTypes.RefreshToken:
                issued = tokens.Refresh(client, body.Required("refreshToken"));
                break;
            case GrantTypes.JwtBearer:
                JwtBearerGrant.Check(body.Required("assertion"), options.TimeProvider.GetUtcNow());
                issued = tokens.StartSession(client, Scopes(client, body), withRefreshToken: true);
                break;
            case GrantTypes.TokenExchange:
                issuedType = TokenExchangeGrant.Check(body, client, tokens);
                issued = tokens.StartSession(client, Scopes(client, body), issuedType == TokenTypes.RefreshToken);
                break;
            default:
                throw OAuthError.Create("unsupported_grant_type", $"There is no grant type {grantType}");
        }

        await WriteAsync(context, issued, issuedType);
    }

    private static IReadOnlyList<string> Scopes(Client client, JsonBody body) =>
        ScopeGrant.Narrow(client, body.OptionalList("scope"));

    private Task WriteAsync(HttpContext context, IssuedTokens issued, string issuedType) =>
        JsonResponse.WriteAsync(
            context,
            json =>
            {
                Session session = issued.Session;
                TokenResponse.WriteMembers(json, issued);
                json.WriteString("issuedTokenType", issuedType);
                json.WriteStartArray("scope");
                foreach (string scope in session.Scopes)
                {
                    json.WriteStringValue(scope);
                }

                json.WriteEndArray();
                if (session.Scopes.Contains("openid"))
                {
                    DateTimeOffset now = options.TimeProvider.GetUtcNow();
                    json.WriteString(
                        "idToken",
                        IdToken.Create(Origin.Of(context), session.Client, now, issued.Lifetime)
                    );
                }

                if (session.Scopes.Contains("sts:identity_context"))
                {
                    json.WriteStartObject("awsAdditionalDetails");
                    json.WriteString("identityContext", Secrets.Create());
                    json.WriteEndObject();
                }
            }
        );
}
