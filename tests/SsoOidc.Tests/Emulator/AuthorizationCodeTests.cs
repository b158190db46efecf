using System.Text.Json.Nodes;
using System.Web;
using SsoOidc.Emulator;

namespace SsoOidc.Tests.Emulator;

public sealed class AuthorizationCodeTests
{
    private const string RegisteredUri = "http://127.0.0.1/oauth/callback";
    private const string RedirectUri = "http://127.0.0.1:50123/oauth/callback";

    // The pair of RFC 7636, appendix B.
    private const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private const string Challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    [Fact]
    public async Task The_page_asks_and_sends_back_a_code_that_works_once()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        JsonObject client = await RegisterAsync(harness);
        EmulatorResponse page = await GetAsync(harness, AuthorizeQuery(client));
        Assert.Equal(200, page.Status);
        Assert.Contains("sso:account:access", page.Body);

        EmulatorResponse approved = await PressAsync(harness, page, "approve");
        Assert.Equal(303, approved.Status);
        Assert.StartsWith($"{RedirectUri}?code=", approved.Header("Location"));
        Assert.Equal("a state&", Returned(approved, "state"));
        Assert.Equal("no-store", approved.Header("Cache-Control"));

        string code = Returned(approved, "code")!;
        EmulatorResponse tokens = await RedeemAsync(harness, client, code);
        Assert.Equal(200, tokens.Status);
        Assert.Equal(200, (await harness.PortalAsync("assignment/accounts", tokens.Text("accessToken"))).Status);
        Assert.Equal(200, (await harness.RefreshAsync(client, tokens.Text("refreshToken"))).Status);

        EmulatorResponse again = await RedeemAsync(harness, client, code);
        again.AssertOAuthError("invalid_grant", "InvalidGrantException");
        Assert.Equal(401, (await harness.PortalAsync("assignment/accounts", tokens.Text("accessToken"))).Status);
    }

    [Fact]
    public async Task A_denial_goes_back_to_the_client_and_the_page_works_once()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        EmulatorResponse page = await GetAsync(harness, AuthorizeQuery(await RegisterAsync(harness)));

        EmulatorResponse denied = await PressAsync(harness, page, "deny");

        Assert.Equal("access_denied", Returned(denied, "error"));
        Assert.Equal("a state&", Returned(denied, "state"));
        Assert.Equal(400, (await PressAsync(harness, page, "approve")).Status);
    }

    [Fact]
    public async Task A_form_from_elsewhere_is_refused_and_leaves_the_request_open()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        EmulatorResponse page = await GetAsync(harness, AuthorizeQuery(await RegisterAsync(harness)));

        EmulatorResponse forged = await PressAsync(harness, page, "approve", origin: "https://evil.example");

        Assert.Equal(403, forged.Status);
        Assert.Equal(303, (await PressAsync(harness, page, "approve")).Status);
    }

    [Theory]
    [InlineData("client_id", "nobody")]
    [InlineData("redirect_uri", "http://127.0.0.1:50123/other")]
    [InlineData("redirect_uri", "http://127.0.0.1:50123/oauth/callback/")]
    [InlineData("redirect_uri", "http://127.0.0.1.evil.example:50123/oauth/callback")]
    [InlineData("redirect_uri", "http://127.0.0.1:1@evil.example/oauth/callback")]
    [InlineData("redirect_uri", "http://localhost:50123/oauth/callback")]
    [InlineData("redirect_uri", "https://127.0.0.1:50123/oauth/callback")]
    public async Task A_wrong_client_or_redirect_URI_never_redirects(string parameter, string value)
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();

        EmulatorResponse page = await GetAsync(
            harness,
            AuthorizeQuery(await RegisterAsync(harness), (parameter, value))
        );

        Assert.Equal(400, page.Status);
        Assert.False(page.Headers.Contains("Location"));
    }

    [Theory]
    [InlineData("response_type", "token", "invalid_request")]
    [InlineData("code_challenge_method", "plain", "invalid_request")]
    [InlineData("code_challenge", "short", "invalid_request")]
    [InlineData("scopes", "openid", "invalid_scope")]
    public async Task Other_mistakes_go_back_to_the_client(string parameter, string value, string error)
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();

        EmulatorResponse answer = await GetAsync(
            harness,
            AuthorizeQuery(await RegisterAsync(harness), (parameter, value))
        );

        Assert.Equal(303, answer.Status);
        Assert.StartsWith($"{RedirectUri}?", answer.Header("Location"));
        Assert.Equal(error, Returned(answer, "error"));
        Assert.Equal("a state&", Returned(answer, "state"));
        Assert.Null(Returned(answer, "code"));
    }

    [Theory]
    [InlineData("codeVerifier", "another-verifier-that-is-long-enough-for-RFC7636")]
    [InlineData("redirectUri", RegisteredUri)]
    public async Task A_mismatch_spends_the_code(string member, string value)
    {
        await using EmulatorHarness harness = await AutoApprovingAsync();
        JsonObject client = await RegisterAsync(harness);
        string code = await CodeAsync(harness, client);

        EmulatorResponse mismatch = await RedeemAsync(harness, EmulatorHarness.With(client, (member, value)), code);
        mismatch.AssertOAuthError("invalid_grant", "InvalidGrantException");

        EmulatorResponse afterwards = await RedeemAsync(harness, client, code);
        afterwards.AssertOAuthError("invalid_grant", "InvalidGrantException");
    }

    [Fact]
    public async Task A_code_is_of_no_use_to_another_client_and_expires()
    {
        await using EmulatorHarness harness = await AutoApprovingAsync();
        JsonObject client = await RegisterAsync(harness);
        string code = await CodeAsync(harness, client);

        EmulatorResponse stolen = await RedeemAsync(harness, await RegisterAsync(harness), code);
        stolen.AssertOAuthError("invalid_grant", "InvalidGrantException");

        harness.Time.Advance(TimeSpan.FromMinutes(10));
        EmulatorResponse expired = await RedeemAsync(harness, client, code);
        expired.AssertOAuthError("expired_token", "ExpiredTokenException");
    }

    [Fact]
    public async Task A_redirect_URI_on_the_IPv6_loopback_address_may_choose_its_port_too()
    {
        await using EmulatorHarness harness = await AutoApprovingAsync();
        JsonObject client = await RegisterAsync(harness, "http://[::1]/cb");

        EmulatorResponse answer = await GetAsync(
            harness,
            AuthorizeQuery(client, ("redirect_uri", "http://[::1]:50123/cb"))
        );

        Assert.StartsWith("http://[::1]:50123/cb?code=", answer.Header("Location"));
    }

    [Fact]
    public async Task Without_the_verifier_nothing_is_given()
    {
        await using EmulatorHarness harness = await AutoApprovingAsync();
        JsonObject client = await RegisterAsync(harness);
        string code = await CodeAsync(harness, client);

        EmulatorResponse answer = await RedeemAsync(harness, EmulatorHarness.With(client, ("codeVerifier", "")), code);

        answer.AssertOAuthError("invalid_request", "InvalidRequestException");
    }

    private static Task<EmulatorHarness> AutoApprovingAsync() =>
        EmulatorHarness.StartAsync(time => new EmulatorOptions { TimeProvider = time, AutoApprove = true });

    private static Task<JsonObject> RegisterAsync(EmulatorHarness harness, string redirectUri = RegisteredUri) =>
        harness.RegisterAsync(request =>
        {
            request["grantTypes"] = new JsonArray("authorization_code", "refresh_token");
            request["redirectUris"] = new JsonArray(redirectUri);
            request["issuerUrl"] = EmulatorHarness.StartUrl;
        });

    private static string AuthorizeQuery(JsonObject client, params (string Name, string Value)[] changes)
    {
        var parameters = new Dictionary<string, string>
        {
            ["response_type"] = "code",
            ["client_id"] = client["clientId"]!.GetValue<string>(),
            ["redirect_uri"] = RedirectUri,
            ["state"] = "a state&",
            ["code_challenge_method"] = "S256",
            ["scopes"] = "sso:account:access",
            ["code_challenge"] = Challenge,
        };
        foreach ((string name, string value) in changes)
        {
            parameters[name] = value;
        }

        return string.Join('&', parameters.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
    }

    private static Task<EmulatorResponse> GetAsync(EmulatorHarness harness, string query) =>
        harness.SendAsync(HttpMethod.Get, $"authorize?{query}");

    private static Task<EmulatorResponse> PressAsync(
        EmulatorHarness harness,
        EmulatorResponse page,
        string decision,
        string? origin = null
    )
    {
        const string Field = "name=\"request\" value=\"";
        int start = page.Body.IndexOf(Field, StringComparison.Ordinal) + Field.Length;
        string request = page.Body[start..page.Body.IndexOf('"', start)];
        return harness.PostFormAsync(
            "authorize",
            origin ?? harness.OwnOrigin,
            ("request", request),
            ("decision", decision)
        );
    }

    private static async Task<string> CodeAsync(EmulatorHarness harness, JsonObject client) =>
        Returned(await GetAsync(harness, AuthorizeQuery(client)), "code")!;

    private static Task<EmulatorResponse> RedeemAsync(EmulatorHarness harness, JsonObject clientAndChanges, string code)
    {
        var body = new JsonObject
        {
            ["grantType"] = "authorization_code",
            ["code"] = code,
            ["redirectUri"] = RedirectUri,
            ["codeVerifier"] = Verifier,
        };
        foreach ((string name, JsonNode? value) in clientAndChanges)
        {
            body[name] = value!.DeepClone();
        }

        return harness.PostAsync("token", body);
    }

    private static string? Returned(EmulatorResponse answer, string parameter) =>
        HttpUtility.ParseQueryString(new Uri(answer.Header("Location")).Query)[parameter];
}
