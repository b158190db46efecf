using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;

namespace SsoOidc.Interop.Boto3;

/// <summary>The authorization code flow with boto3, by this repository's model: Debian's knows none.</summary>
public class BrowserFlowTests
{
    private const string Verifier = "a-verifier-of-at-least-forty-three-characters-0123456789";

    [Fact]
    public async Task An_authorization_code_is_turned_into_tokens()
    {
        await using OidcHarness oidc = await OidcHarness.StartAsync(autoApprove: true, withOurModel: true);
        JsonNode registration = await oidc.Client.CallAsync(
            "register_client",
            new
            {
                clientName = "boto3",
                clientType = "public",
                scopes = (string[])[OidcHarness.AccountAccess],
                grantTypes = (string[])["authorization_code", "refresh_token"],
                redirectUris = (string[])[OidcHarness.RedirectUri],
                issuerUrl = OidcHarness.StartUrl,
            }
        );

        JsonNode token = await oidc.Client.CallAsync(
            "create_token",
            new
            {
                grantType = "authorization_code",
                clientId = OidcHarness.Text(registration, "clientId"),
                clientSecret = OidcHarness.Text(registration, "clientSecret"),
                redirectUri = OidcHarness.RedirectUri,
                codeVerifier = Verifier,
                code = await AuthorizeAsync(OidcHarness.Text(registration, "authorizationEndpoint"), registration),
            }
        );
        JsonNode refreshed = await oidc.Client.CallAsync("create_token", OidcHarness.RefreshGrant(registration, token));

        Assert.NotEqual(OidcHarness.Text(token, "refreshToken"), OidcHarness.Text(refreshed, "refreshToken"));
    }

    private static async Task<string> AuthorizeAsync(string endpoint, JsonNode registration)
    {
        byte[] challenge = SHA256.HashData(Encoding.ASCII.GetBytes(Verifier));
        using HttpClient browser = new(new SocketsHttpHandler { AllowAutoRedirect = false });
        using HttpResponseMessage response = await browser.GetAsync(
            $"{endpoint}?response_type=code&client_id={OidcHarness.Text(registration, "clientId")}"
                + $"&redirect_uri={Uri.EscapeDataString(OidcHarness.RedirectUri)}&code_challenge_method=S256"
                + $"&code_challenge={System.Buffers.Text.Base64Url.EncodeToString(challenge)}"
        );
        return HttpUtility.ParseQueryString(response.Headers.Location!.Query)["code"]!;
    }
}
