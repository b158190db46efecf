using System.Text.Json.Nodes;
using SsoOidc.Emulator;

namespace SsoOidc.Tests.Emulator;

/// <summary>What comes back over the wire, to the byte.</summary>
public sealed class ResponsesTests
{
    private const string RedirectUri = "http://127.0.0.1/oauth/callback";
    private const string Challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static readonly string s_application = new EmulatorOptions().Applications[0].Arn;

    [Fact]
    public async Task Every_operation_responds_as_was_accepted()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync(static time => new EmulatorOptions
        {
            TimeProvider = time,
            PortalPageSize = 2,
            VanityRedirects = new Dictionary<string, string> { ["/start"] = EmulatorHarness.StartUrl },
        });
        Transcript transcript = new(harness);

        JsonObject registration = new() { ["clientName"] = "test", ["clientType"] = "public" };
        EmulatorResponse registered = await harness.PostAsync("client/register", registration);
        transcript.Add("registration", registered);
        JsonObject client = await harness.RegisterAsync();
        EmulatorResponse started = await harness.StartDeviceAsync(client);
        transcript.Add("device authorization", started);
        transcript.Add("too early", await harness.PollAsync(client, started.Text("deviceCode")));
        transcript.Add("too fast", await harness.PollAsync(client, started.Text("deviceCode")));
        harness.Emulator.Approve(started.Text("userCode"));
        EmulatorResponse tokens = await harness.PollAsync(client, started.Text("deviceCode"));
        transcript.Add("tokens", tokens);
        string access = tokens.Text("accessToken");
        transcript.Add("refreshed tokens", await harness.RefreshAsync(client, tokens.Text("refreshToken")));

        EmulatorResponse accounts = await harness.PortalAsync("assignment/accounts", access);
        transcript.Add("accounts", accounts);
        string next = accounts.Text("nextToken");
        transcript.Add("more accounts", await harness.PortalAsync($"assignment/accounts?next_token={next}", access));
        transcript.Add("roles", await harness.PortalAsync("assignment/roles?account_id=222222222222", access));
        transcript.Add(
            "credentials",
            await harness.PortalAsync(
                "federation/credentials?account_id=222222222222&role_name=PowerUserAccess",
                access
            )
        );
        transcript.Add(
            "sign-out",
            await harness.SendAsync(HttpMethod.Post, "logout", ("x-amz-sso_bearer_token", access))
        );
        transcript.Add("a vanity address", await harness.SendAsync(HttpMethod.Get, "start"));
        transcript.Add("a path that is not known", await harness.SendAsync(HttpMethod.Get, "client/register"));
        foreach (string grant in (string[])["jwt-bearer", "token-exchange"])
        {
            string subject = (await harness.SignInAsync(client)).Text("accessToken");
            transcript.Add($"signed {grant}", await ExchangeAsync(harness, grant, subject));
        }

        Snapshot.Matches(transcript.ToString(), "SsoOidc.Tests/Emulator/Responses.verified.txt");
    }

    [Fact]
    public async Task Every_refusal_says_what_was_accepted()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        Transcript transcript = new(harness);
        JsonObject client = await harness.RegisterAsync();
        JsonObject browser = await harness.RegisterAsync(static request =>
        {
            request["grantTypes"] = new JsonArray("authorization_code");
            request["redirectUris"] = new JsonArray(RedirectUri);
        });

        await AddRegistrationsAsync(harness, transcript);
        await AddTokensAsync(harness, transcript, client, browser);
        await AddPortalAsync(harness, transcript);
        await AddSignedAsync(harness, transcript);

        Snapshot.Matches(transcript.ToString(), "SsoOidc.Tests/Emulator/Refusals.verified.txt");
    }

    [Fact]
    public async Task A_browser_brings_every_mistake_back_to_the_client()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        Transcript transcript = new(harness);
        JsonObject client = await harness.RegisterAsync(static request =>
        {
            request["grantTypes"] = new JsonArray("authorization_code");
            request["redirectUris"] = new JsonArray(RedirectUri, $"{RedirectUri}?tenant=1");
        });
        JsonObject device = await harness.RegisterAsync(static request =>
            request["redirectUris"] = new JsonArray(RedirectUri)
        );
        string query = Authorize(client);

        foreach (
            (string title, string changed) in ((string, string)[])
                [
                    ("another client", Authorize(device)),
                    ("another response type", query.Replace("response_type=code", "response_type=token")),
                    ("a challenge in clear text", query.Replace("S256", "plain")),
                    ("no challenge", query.Replace(Challenge, "")),
                    ("a challenge of 44 characters", query.Replace(Challenge, $"{Challenge}A")),
                    ("a challenge of other characters", query.Replace(Challenge, $"%2B{Challenge[1..]}")),
                    ("a scope that is not registered", query.Replace("sso%3Aaccount%3Aaccess", "openid")),
                    ("no state", query.Replace("&state=s", "").Replace("S256", "plain")),
                    ("an address with a query", query.Replace("callback&", "callback%3Ftenant=1&").Replace("S256", "")),
                ]
        )
        {
            transcript.Add(title, await harness.SendAsync(HttpMethod.Get, changed));
        }

        EmulatorResponse page = await harness.SendAsync(HttpMethod.Get, query);
        string request = page.Body.Split("name=\"request\" value=\"")[1].Split('"')[0];
        transcript.Add("denied", await DecideAsync("deny"));
        EmulatorResponse again = await DecideAsync("approve");

        Snapshot.Matches(transcript.ToString(), "SsoOidc.Tests/Emulator/BrowserRefusals.verified.txt");
        Assert.Equal(400, again.Status);
        Assert.Contains(
            "<p role=\"alert\">The request was decided before, or has expired. Start the sign-in again.</p>",
            again.Body
        );

        Task<EmulatorResponse> DecideAsync(string decision) =>
            harness.PostFormAsync("authorize", harness.OwnOrigin, ("request", request), ("decision", decision));
    }

    private static async Task AddRegistrationsAsync(EmulatorHarness harness, Transcript transcript)
    {
        foreach (
            string body in (string[])
                [
                    "[]",
                    "{}",
                    """{"clientName":"n"}""",
                    """{"clientName":7,"clientType":"public"}""",
                    """{"clientName":"n","clientType":"confidential"}""",
                    """{"clientName":"n","clientType":"public","scopes":"aws"}""",
                    """{"clientName":"n","clientType":"public","scopes":["aws","nonsense"]}""",
                    """{"clientName":"n","clientType":"public","grantTypes":["refresh_token","password"]}""",
                    """{"clientName":"n","clientType":"public","issuerUrl":"ftp://example.com"}""",
                    """{"clientName":"n","clientType":"public","grantTypes":["authorization_code"]}""",
                    """{"clientName":"n","clientType":"public","redirectUris":["http://example.com/"]}""",
                    """{"\ud800":1}""",
                ]
        )
        {
            using StringContent content = new(body);
            transcript.Add(
                $"registration {body}",
                await EmulatorResponse.ReadAsync(
                    await harness.Http.PostAsync("client/register", content, EmulatorHarness.Cancellation)
                )
            );
        }
    }

    private static async Task AddTokensAsync(
        EmulatorHarness harness,
        Transcript transcript,
        JsonObject client,
        JsonObject browser
    )
    {
        string code = (await harness.StartDeviceAsync(client)).Text("deviceCode");
        string late = (await harness.StartDeviceAsync(client)).Text("deviceCode");
        EmulatorResponse denied = await harness.StartDeviceAsync(client);
        harness.Emulator.Deny(denied.Text("userCode"));
        EmulatorResponse used = await harness.StartDeviceAsync(client);
        harness.Emulator.Approve(used.Text("userCode"));
        EmulatorResponse tokens = await harness.PollAsync(client, used.Text("deviceCode"));
        string refreshToken = tokens.Text("refreshToken");
        await harness.RefreshAsync(client, refreshToken);
        EmulatorResponse page = await harness.SendAsync(HttpMethod.Get, Authorize(browser));
        string request = page.Body.Split("name=\"request\" value=\"")[1].Split('"')[0];
        EmulatorResponse back = await harness.PostFormAsync(
            "authorize",
            harness.OwnOrigin,
            ("request", request),
            ("decision", "approve")
        );
        string authorizationCode = back.Header("Location").Split("code=")[1].Split('&')[0];

        transcript.Add(
            "no client",
            await harness.PostAsync("token", new JsonObject { ["grantType"] = "refresh_token" })
        );
        transcript.Add(
            "a wrong secret",
            await harness.StartDeviceAsync(EmulatorHarness.With(client, ("clientSecret", "guess")))
        );
        transcript.Add("a client without device codes", await harness.StartDeviceAsync(browser));
        transcript.Add(
            "a start URL that is none",
            await harness.PostAsync("device_authorization", EmulatorHarness.With(client, ("startUrl", "start")))
        );
        transcript.Add(
            "an unknown grant",
            await harness.PostAsync("token", EmulatorHarness.With(client, ("grantType", "password")))
        );
        transcript.Add("a grant of others", await harness.PollAsync(browser, code));
        transcript.Add("a device code of others", await harness.PollAsync(await harness.RegisterAsync(), code));
        transcript.Add("denied", await harness.PollAsync(client, denied.Text("deviceCode")));
        transcript.Add("a used device code", await harness.PollAsync(client, used.Text("deviceCode")));
        transcript.Add("a refresh token of nobody", await harness.RefreshAsync(client, "guess"));
        transcript.Add("a used refresh token", await harness.RefreshAsync(client, refreshToken));
        transcript.Add("an unknown code", await RedeemAsync("guess", Verifier));
        transcript.Add("another verifier", await RedeemAsync(authorizationCode, Verifier[..^1] + "_"));
        transcript.Add("a used code", await RedeemAsync(authorizationCode, Verifier));
        string refreshable = (await harness.SignInAsync(client)).Text("refreshToken");
        harness.Time.Advance(TimeSpan.FromMinutes(10));
        transcript.Add("a late device code", await harness.PollAsync(client, late));
        harness.Time.Advance(TimeSpan.FromDays(90) - TimeSpan.FromMinutes(10));
        transcript.Add("a late client", await harness.StartDeviceAsync(client));
        JsonObject anew = await harness.RegisterAsync();
        transcript.Add("a refresh token of others", await harness.RefreshAsync(anew, refreshable));

        Task<EmulatorResponse> RedeemAsync(string given, string verifier) =>
            harness.PostAsync(
                "token",
                EmulatorHarness.With(
                    browser,
                    ("grantType", "authorization_code"),
                    ("code", given),
                    ("redirectUri", RedirectUri),
                    ("codeVerifier", verifier)
                )
            );
    }

    private static async Task AddPortalAsync(EmulatorHarness harness, Transcript transcript)
    {
        string access = (await harness.SignInAsync(await harness.RegisterAsync())).Text("accessToken");
        JsonObject openid = await harness.RegisterAsync(static request => request["scopes"] = new JsonArray("openid"));
        string unscoped = (await harness.SignInAsync(openid)).Text("accessToken");
        transcript.Add("no token", await harness.SendAsync(HttpMethod.Get, "assignment/accounts"));
        transcript.Add("another scope", await harness.PortalAsync("assignment/accounts", unscoped));
        foreach (
            string path in (string[])
                [
                    "assignment/accounts?max_result=0",
                    "assignment/accounts?next_token=guess",
                    "assignment/roles",
                    "assignment/roles?account_id=999999999999",
                    "federation/credentials?account_id=111111111111",
                    "federation/credentials?account_id=333333333333&role_name=AdministratorAccess",
                ]
        )
        {
            transcript.Add(path, await harness.PortalAsync(path, access));
        }
    }

    private static async Task AddSignedAsync(EmulatorHarness harness, Transcript transcript)
    {
        string subject = (await harness.SignInAsync(await harness.RegisterAsync())).Text("accessToken");
        string own = (await ExchangeAsync(harness, "jwt-bearer", subject)).Text("accessToken");
        transcript.Add("another grant", await ExchangeAsync(harness, "device_code", subject));
        transcript.Add("an own token", await ExchangeAsync(harness, "token-exchange", own));
        foreach (
            (string grant, string member, string? value) in ((string, string, string?)[])
                [
                    ("token-exchange", "clientId", "nobody"),
                    ("token-exchange", "subjectTokenType", null),
                    ("token-exchange", "subjectTokenType", "urn:ietf:params:oauth:token-type:jwt"),
                    ("token-exchange", "requestedTokenType", "urn:ietf:params:oauth:token-type:jwt"),
                    ("token-exchange", "subjectToken", null),
                    ("jwt-bearer", "assertion", null),
                    ("jwt-bearer", "assertion", "e30.e30"),
                    ("jwt-bearer", "assertion", "e30.W10.c2ln"),
                    ("jwt-bearer", "assertion", "e30.eyJleHAiOiIxIn0.c2ln"),
                    ("jwt-bearer", "assertion", "e30.*.c2ln"),
                    ("jwt-bearer", "assertion", "e30.eyJleHAiOjF9.c2ln"),
                ]
        )
        {
            transcript.Add(
                $"{grant} with {member} {value ?? "missing"}",
                await ExchangeAsync(harness, grant, subject, body => body[member] = value)
            );
        }
    }

    private static async Task<EmulatorResponse> ExchangeAsync(
        EmulatorHarness harness,
        string grant,
        string subject,
        Action<JsonObject>? change = null
    )
    {
        long later = harness.Time.GetUtcNow().AddMinutes(1).ToUnixTimeSeconds();
        string claims = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($$"""{"exp":{{later}}}"""));
        JsonObject body = new()
        {
            ["grantType"] = $"urn:ietf:params:oauth:grant-type:{grant}",
            ["clientId"] = s_application,
            ["assertion"] = $"e30.{claims.TrimEnd('=')}.c2ln",
            ["subjectToken"] = subject,
            ["subjectTokenType"] = "urn:ietf:params:oauth:token-type:access_token",
            ["requestedTokenType"] = "urn:ietf:params:oauth:token-type:refresh_token",
        };
        change?.Invoke(body);
        RequestSigner signer = new(
            "AKIAIOSFODNN7EXAMPLE",
            "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
            harness.Time.GetUtcNow()
        );
        using HttpRequestMessage request = signer.CreateTokenWithIam(harness.Emulator.BaseAddress, body.ToJsonString());
        return await EmulatorResponse.ReadAsync(await harness.Http.SendAsync(request, EmulatorHarness.Cancellation));
    }

    private static string Authorize(JsonObject client) =>
        $"authorize?response_type=code&client_id={client["clientId"]}&redirect_uri={Uri.EscapeDataString(RedirectUri)}&state=s"
        + $"&code_challenge={Challenge}&code_challenge_method=S256&scopes=sso%3Aaccount%3Aaccess";
}
