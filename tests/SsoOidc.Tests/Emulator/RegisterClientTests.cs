using System.Text.Json.Nodes;

namespace SsoOidc.Tests.Emulator;

public sealed class RegisterClientTests
{
    [Fact]
    public async Task Registration_yields_credentials_times_in_epoch_seconds_and_endpoints()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();

        EmulatorResponse answer = await harness.PostAsync(
            "client/register",
            new JsonObject { ["clientName"] = "test", ["clientType"] = "public" }
        );

        Assert.Equal(200, answer.Status);
        long now = harness.Time.GetUtcNow().ToUnixTimeSeconds();
        Assert.Equal(now, answer.Number("clientIdIssuedAt"));
        Assert.Equal(now + (90 * 24 * 3600), answer.Number("clientSecretExpiresAt"));
        Assert.NotEqual(answer.Text("clientId"), answer.Text("clientSecret"));
        Assert.Equal($"{harness.OwnOrigin}/token", answer.Text("tokenEndpoint"));
        Assert.True(Guid.TryParse(answer.Header("x-amzn-RequestId"), out _));
    }

    [Theory]
    [InlineData("""{"clientType":"public"}""", "invalid_request", "InvalidRequestException")]
    [InlineData("""{"clientName":"n"}""", "invalid_request", "InvalidRequestException")]
    [InlineData("""{"clientName":7,"clientType":"public"}""", "invalid_request", "InvalidRequestException")]
    [InlineData("""{"clientName":"\uD800","clientType":"public"}""", "invalid_request", "InvalidRequestException")]
    [InlineData(
        """{"clientName":"n","clientType":"public","scopes":"aws"}""",
        "invalid_request",
        "InvalidRequestException"
    )]
    [InlineData(
        """{"clientName":"n","clientType":"public","scopes":[7]}""",
        "invalid_request",
        "InvalidRequestException"
    )]
    [InlineData(
        """{"clientName":"n","clientType":"public","redirectUris":["https://example.com/\r\nX: y"]}""",
        "invalid_redirect_uri",
        "InvalidRedirectUriException"
    )]
    [InlineData("""["not an object"]""", "invalid_request", "InvalidRequestException")]
    [InlineData(
        """{"clientName":"n","clientType":"confidential"}""",
        "invalid_client_metadata",
        "InvalidClientMetadataException"
    )]
    [InlineData(
        """{"clientName":"n","clientType":"public","scopes":["nonsense"]}""",
        "invalid_scope",
        "InvalidScopeException"
    )]
    [InlineData(
        """{"clientName":"n","clientType":"public","grantTypes":["password"]}""",
        "unsupported_grant_type",
        "UnsupportedGrantTypeException"
    )]
    [InlineData(
        """{"clientName":"n","clientType":"public","issuerUrl":"start"}""",
        "invalid_request",
        "InvalidRequestException"
    )]
    [InlineData(
        """{"clientName":"n","clientType":"public","grantTypes":["authorization_code"]}""",
        "invalid_redirect_uri",
        "InvalidRedirectUriException"
    )]
    [InlineData(
        """{"clientName":"n","clientType":"public","redirectUris":["http://example.com/"]}""",
        "invalid_redirect_uri",
        "InvalidRedirectUriException"
    )]
    [InlineData(
        """{"clientName":"n","clientType":"public","redirectUris":["https://example.com/#part"]}""",
        "invalid_redirect_uri",
        "InvalidRedirectUriException"
    )]
    public async Task A_wrong_registration_is_refused(string body, string error, string exceptionName)
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();

        using var content = new StringContent(body);
        EmulatorResponse answer = await EmulatorResponse.ReadAsync(
            await harness.Http.PostAsync("client/register", content, EmulatorHarness.Cancellation)
        );

        answer.AssertOAuthError(error, exceptionName);
    }

    [Fact]
    public async Task A_wrong_and_an_expired_secret_are_refused_alike()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        JsonObject client = await harness.RegisterAsync();

        EmulatorResponse wrong = await harness.StartDeviceAsync(
            EmulatorHarness.With(client, ("clientSecret", "guess"))
        );
        wrong.AssertOAuthError("invalid_client", "InvalidClientException", status: 401);

        harness.Time.Advance(TimeSpan.FromDays(90));
        EmulatorResponse expired = await harness.StartDeviceAsync(client);
        expired.AssertOAuthError("invalid_client", "InvalidClientException", status: 401);
    }
}
