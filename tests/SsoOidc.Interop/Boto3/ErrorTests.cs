using System.Text.Json.Nodes;
using SsoOidc.Emulator;

namespace SsoOidc.Interop.Boto3;

/// <summary>Every error of the emulator is one of boto3's exceptions, with the code and text of the service.</summary>
public class ErrorTests
{
    [Fact]
    public async Task A_device_that_nobody_decided_upon_waits_and_is_slowed_down_when_it_asks_too_often()
    {
        await using OidcHarness oidc = await OidcHarness.StartAsync();
        JsonNode registration = await oidc.RegisterAsync();
        object grant = OidcHarness.DeviceGrant(registration, await oidc.AuthorizeAsync(registration));

        JsonNode first = await oidc.Client.FailAsync("create_token", grant);
        JsonNode second = await oidc.Client.FailAsync("create_token", grant);

        AssertError(first, "AuthorizationPendingException", "authorization_pending");
        AssertError(second, "SlowDownException", "slow_down");
    }

    [Fact]
    public async Task A_device_that_was_denied_gets_no_access()
    {
        await using OidcHarness oidc = await OidcHarness.StartAsync();
        JsonNode registration = await oidc.RegisterAsync();
        JsonNode authorization = await oidc.AuthorizeAsync(registration);

        oidc.Emulator.Deny(OidcHarness.Text(authorization, "userCode"));
        JsonNode error = await oidc.Client.FailAsync(
            "create_token",
            OidcHarness.DeviceGrant(registration, authorization)
        );

        AssertError(error, "AccessDeniedException", "access_denied");
    }

    [Fact]
    public async Task A_device_code_expires()
    {
        await using OidcHarness oidc = await OidcHarness.StartAsync();
        JsonNode registration = await oidc.RegisterAsync();
        object grant = OidcHarness.DeviceGrant(registration, await oidc.AuthorizeAsync(registration));

        oidc.Time.Advance(TimeSpan.FromMinutes(10));
        JsonNode error = await oidc.Client.FailAsync("create_token", grant);

        AssertError(error, "ExpiredTokenException", "expired_token");
    }

    [Fact]
    public async Task A_grant_counts_once()
    {
        await using OidcHarness oidc = await OidcHarness.StartAsync(autoApprove: true);
        JsonNode registration = await oidc.RegisterAsync();
        object grant = OidcHarness.DeviceGrant(registration, await oidc.AuthorizeAsync(registration));
        object refresh = OidcHarness.RefreshGrant(registration, await oidc.Client.CallAsync("create_token", grant));
        await oidc.Client.CallAsync("create_token", refresh);

        AssertError(await oidc.Client.FailAsync("create_token", grant), "InvalidGrantException", "invalid_grant");
        AssertError(await oidc.Client.FailAsync("create_token", refresh), "InvalidGrantException", "invalid_grant");
    }

    [Fact]
    public async Task A_client_that_is_unknown_or_expired_is_refused()
    {
        await using OidcHarness oidc = await OidcHarness.StartAsync();
        JsonNode registration = await oidc.RegisterAsync();
        JsonNode stranger = JsonNode.Parse("""{"clientId": "nobody", "clientSecret": "nothing"}""")!;
        JsonNode token = JsonNode.Parse("""{"refreshToken": "none"}""")!;

        JsonNode unknown = await oidc.Client.FailAsync("create_token", OidcHarness.RefreshGrant(stranger, token));
        oidc.Time.Advance(TimeSpan.FromDays(90));
        JsonNode expired = await oidc.Client.FailAsync("create_token", OidcHarness.RefreshGrant(registration, token));

        AssertError(unknown, "InvalidClientException", "invalid_client", status: 401);
        AssertError(expired, "InvalidClientException", "invalid_client", status: 401);
    }

    [Fact]
    public async Task A_grant_type_has_to_exist_and_to_be_registered()
    {
        await using OidcHarness oidc = await OidcHarness.StartAsync();
        JsonNode registration = await oidc.RegisterAsync();

        JsonNode unknown = await CreateTokenAsync("password");
        JsonNode unregistered = await CreateTokenAsync("authorization_code");
        JsonNode incomplete = await CreateTokenAsync("refresh_token");

        AssertError(unknown, "UnsupportedGrantTypeException", "unsupported_grant_type");
        AssertError(unregistered, "UnauthorizedClientException", "unauthorized_client");
        AssertError(incomplete, "InvalidRequestException", "invalid_request");

        Task<JsonNode> CreateTokenAsync(string grantType) =>
            oidc.Client.FailAsync(
                "create_token",
                new
                {
                    grantType,
                    clientId = OidcHarness.Text(registration, "clientId"),
                    clientSecret = OidcHarness.Text(registration, "clientSecret"),
                }
            );
    }

    [Theory]
    [InlineData(
        "private",
        "openid",
        "https://example.com/",
        "InvalidClientMetadataException",
        "invalid_client_metadata"
    )]
    [InlineData("public", "everything", "https://example.com/", "InvalidScopeException", "invalid_scope")]
    [InlineData("public", "openid", "http://example.com/", "InvalidRedirectUriException", "invalid_redirect_uri")]
    public async Task A_registration_is_examined(
        string clientType,
        string scope,
        string redirectUri,
        string exception,
        string code
    )
    {
        await using OidcHarness oidc = await OidcHarness.StartAsync(withOurModel: true);

        JsonNode error = await oidc.Client.FailAsync(
            "register_client",
            new
            {
                clientName = "boto3",
                clientType,
                scopes = (string[])[scope],
                redirectUris = (string[])[redirectUri],
            }
        );

        AssertError(error, exception, code);
    }

    [Fact]
    public async Task A_failure_of_the_service_is_one()
    {
        await using OidcHarness oidc = await OidcHarness.StartAsync();
        oidc.Emulator.Faults.Add(EmulatorOperation.RegisterClient, Fault.OAuth("server_error"));

        JsonNode error = await oidc.Client.FailAsync(
            "register_client",
            new { clientName = "boto3", clientType = "public" }
        );

        AssertError(error, "InternalServerException", "server_error", status: 500);
    }

    private static void AssertError(JsonNode error, string exception, string code, int status = 400)
    {
        Assert.Equal(exception, OidcHarness.Text(error, "exception"));
        Assert.Equal(exception, error["Error"]!["Code"]!.GetValue<string>());
        Assert.Equal(code, OidcHarness.Text(error, "error"));
        Assert.NotEmpty(OidcHarness.Text(error, "error_description"));
        Assert.Equal(status, error["ResponseMetadata"]!["HTTPStatusCode"]!.GetValue<int>());
    }
}
