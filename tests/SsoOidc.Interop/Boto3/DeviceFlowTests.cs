using System.Text.Json.Nodes;

namespace SsoOidc.Interop.Boto3;

/// <summary>The emulator in the eyes of boto3: what works.</summary>
public class DeviceFlowTests
{
    [Fact]
    public async Task A_device_that_was_approved_gets_tokens_and_refreshes_them()
    {
        await using OidcHarness oidc = await OidcHarness.StartAsync();

        JsonNode registration = await oidc.RegisterAsync();
        JsonNode authorization = await oidc.AuthorizeAsync(registration);
        oidc.Emulator.Approve(OidcHarness.Text(authorization, "userCode"));
        JsonNode token = await oidc.Client.CallAsync(
            "create_token",
            OidcHarness.DeviceGrant(registration, authorization)
        );
        JsonNode refreshed = await oidc.Client.CallAsync("create_token", OidcHarness.RefreshGrant(registration, token));

        Assert.True(
            registration["clientSecretExpiresAt"]!.GetValue<long>() > oidc.Time.GetUtcNow().ToUnixTimeSeconds()
        );
        Assert.Equal(
            $"{OidcHarness.Text(authorization, "verificationUri")}?user_code={OidcHarness.Text(authorization, "userCode")}",
            OidcHarness.Text(authorization, "verificationUriComplete")
        );
        Assert.True(authorization["expiresIn"]!.GetValue<int>() > authorization["interval"]!.GetValue<int>());
        Assert.Equal("Bearer", OidcHarness.Text(token, "tokenType"));
        Assert.Equal(28800, refreshed["expiresIn"]!.GetValue<int>());
        Assert.NotEqual(OidcHarness.Text(token, "accessToken"), OidcHarness.Text(refreshed, "accessToken"));
    }
}
