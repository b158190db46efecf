using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using SsoOidc.Emulator;

namespace SsoOidc.Tests.Emulator;

public sealed class CreateTokenWithIamTests
{
    private const string KeyId = "AKIAIOSFODNN7EXAMPLE";
    private const string Secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    private const string AccessTokenType = "urn:ietf:params:oauth:token-type:access_token";
    private const string RefreshTokenType = "urn:ietf:params:oauth:token-type:refresh_token";

    private static readonly string Application = new EmulatorOptions().Applications[0].Arn;

    [Fact]
    public async Task A_signed_JWT_bearer_grant_yields_everything_the_application_is_granted()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();

        EmulatorResponse answer = await SendAsync(harness, JwtBearer(harness));

        Assert.Equal(200, answer.Status);
        Assert.Equal(AccessTokenType, answer.Text("issuedTokenType"));
        Assert.Equal(["openid", "aws", "sts:identity_context"], Scopes(answer));
        Assert.NotEmpty(answer.Text("accessToken"));
        Assert.NotEmpty((string)answer.Json["awsAdditionalDetails"]!["identityContext"]!);
        Assert.Matches("^eyJhbGciOiJub25lIn0[.][^.]+[.]$", answer.Text("idToken"));
        string claims = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(answer.Text("idToken").Split('.')[1]));
        Assert.Equal(
            new JsonObject
            {
                ["iss"] = harness.Emulator.BaseAddress.GetLeftPart(UriPartial.Authority),
                ["sub"] = "emulated-user",
                ["aud"] = Application,
                ["iat"] = harness.Time.GetUtcNow().ToUnixTimeSeconds(),
                ["exp"] = harness.Time.GetUtcNow().AddHours(8).ToUnixTimeSeconds(),
            },
            JsonNode.Parse(claims),
            JsonNode.DeepEquals
        );

        EmulatorResponse refreshed = await SendAsync(
            harness,
            Body(("grantType", "refresh_token"), ("refreshToken", answer.Text("refreshToken")))
        );
        Assert.Equal(200, refreshed.Status);
    }

    [Fact]
    public async Task Requested_scopes_narrow_the_grant_and_must_be_the_applications()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        JsonObject body = JwtBearer(harness);

        body["scope"] = new JsonArray("aws");
        EmulatorResponse narrowed = await SendAsync(harness, body);
        Assert.Equal(["aws"], Scopes(narrowed));
        Assert.False(narrowed.Json.ContainsKey("idToken"));

        body["scope"] = new JsonArray("sso:account:access");
        EmulatorResponse foreign = await SendAsync(harness, body);
        foreign.AssertOAuthError("invalid_scope", "InvalidScopeException");
    }

    [Theory]
    [InlineData(AccessTokenType, false)]
    [InlineData(RefreshTokenType, true)]
    public async Task A_person_s_token_can_be_exchanged(string requestedType, bool withRefreshToken)
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        EmulatorResponse person = await harness.SignInAsync(await harness.RegisterAsync());

        EmulatorResponse answer = await SendAsync(harness, TokenExchange(person.Text("accessToken"), requestedType));

        Assert.Equal(requestedType, answer.Text("issuedTokenType"));
        Assert.Equal(withRefreshToken, answer.Json.ContainsKey("refreshToken"));
    }

    [Fact]
    public async Task An_own_or_ended_token_cannot_be_exchanged()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        string own = (await SendAsync(harness, JwtBearer(harness))).Text("accessToken");
        string ended = (await harness.SignInAsync(await harness.RegisterAsync())).Text("accessToken");
        await harness.SendAsync(HttpMethod.Post, "logout", ("x-amz-sso_bearer_token", ended));

        (await SendAsync(harness, TokenExchange(own, AccessTokenType))).AssertOAuthError(
            "invalid_grant",
            "InvalidGrantException"
        );
        (await SendAsync(harness, TokenExchange(ended, AccessTokenType))).AssertOAuthError(
            "invalid_grant",
            "InvalidGrantException"
        );
    }

    [Fact]
    public async Task An_authorization_code_of_the_application_needs_no_PKCE()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync(time => new EmulatorOptions
        {
            TimeProvider = time,
            AutoApprove = true,
        });
        const string RedirectUri = "http://127.0.0.1:50123/oauth/callback";
        EmulatorResponse authorized = await harness.SendAsync(
            HttpMethod.Get,
            $"authorize?response_type=code&client_id={Uri.EscapeDataString(Application)}"
                + $"&redirect_uri={Uri.EscapeDataString(RedirectUri)}"
        );
        string code = authorized.Header("Location")[$"{RedirectUri}?code=".Length..];

        EmulatorResponse answer = await SendAsync(
            harness,
            Body(("grantType", "authorization_code"), ("code", code), ("redirectUri", RedirectUri))
        );

        Assert.Equal(200, answer.Status);
    }

    [Theory]
    [InlineData("not-a-jwt")]
    [InlineData("e30.e30.c2ln")]
    [InlineData("e30.eyJleHAiOjF9.c2ln")]
    public async Task An_assertion_must_be_a_JWT_that_has_not_expired(string assertion)
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();

        EmulatorResponse answer = await SendAsync(
            harness,
            EmulatorHarness.With(JwtBearer(harness), ("assertion", assertion))
        );

        answer.AssertOAuthError("invalid_grant", "InvalidGrantException");
    }

    [Theory]
    [InlineData(0, 400)]
    [InlineData(1, 200)]
    public async Task An_assertion_counts_until_the_second_of_its_expiry(int seconds, int status)
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();

        EmulatorResponse answer = await SendAsync(harness, JwtBearer(harness, TimeSpan.FromSeconds(seconds)));

        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public async Task A_public_client_and_an_unknown_grant_are_refused()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        JsonObject publicClient = await harness.RegisterAsync();
        JsonObject body = JwtBearer(harness);

        EmulatorResponse client = await SendAsync(
            harness,
            EmulatorHarness.With(body, ("clientId", publicClient["clientId"]!.GetValue<string>()))
        );
        client.AssertOAuthError("invalid_client", "InvalidClientException", status: 401);

        EmulatorResponse grant = await SendAsync(harness, Body(("grantType", "password")));
        grant.AssertOAuthError("unsupported_grant_type", "UnsupportedGrantTypeException");
    }

    [Fact]
    public async Task Credentials_of_a_role_sign_with_their_session_token_until_they_expire()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        EmulatorResponse person = await harness.SignInAsync(await harness.RegisterAsync());
        EmulatorResponse role = await harness.PortalAsync(
            "federation/credentials?role_name=ReadOnlyAccess&account_id=333333333333",
            person.Text("accessToken")
        );
        JsonNode credentials = role.Json["roleCredentials"]!;
        RequestSigner Signer() =>
            new((string)credentials["accessKeyId"]!, (string)credentials["secretAccessKey"]!, harness.Time.GetUtcNow())
            {
                SessionToken = (string)credentials["sessionToken"]!,
            };

        Assert.Equal(200, (await SendAsync(harness, JwtBearer(harness), Signer())).Status);
        AssertRefused(
            await SendAsync(harness, JwtBearer(harness), Signer() with { SessionToken = null }),
            403,
            "UnrecognizedClientException"
        );

        harness.Time.Advance(TimeSpan.FromHours(1));
        AssertRefused(await SendAsync(harness, JwtBearer(harness), Signer()), 403, "UnrecognizedClientException");
    }

    [Fact]
    public async Task Only_the_right_key_service_and_time_make_a_signature()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        RequestSigner good = Signer(harness);
        JsonObject body = JwtBearer(harness);

        AssertRefused(await SendAsync(harness, body, good with { Secret = "guess" }), 403, "InvalidSignatureException");
        AssertRefused(
            await SendAsync(harness, body, good with { AccessKeyId = "AKIANOBODY" }),
            403,
            "UnrecognizedClientException"
        );
        AssertRefused(await SendAsync(harness, body, good with { Service = "sso" }), 403, "InvalidSignatureException");
        AssertRefused(
            await SendAsync(harness, body, good with { Time = good.Time.AddSeconds(-301) }),
            403,
            "InvalidSignatureException"
        );
        Assert.Equal(200, (await SendAsync(harness, body, good with { Time = good.Time.AddSeconds(300) })).Status);
    }

    [Fact]
    public async Task An_unsigned_request_and_a_foreign_scheme_are_told_apart()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();

        EmulatorResponse unsigned = await harness.PostAsync("token?aws_iam=t", JwtBearer(harness));
        AssertRefused(unsigned, 403, "MissingAuthenticationTokenException");

        EmulatorResponse bearer = await harness.SendAsync(
            HttpMethod.Post,
            "token?aws_iam=t",
            ("Authorization", "Bearer x")
        );
        AssertRefused(bearer, 400, "IncompleteSignatureException");
    }

    [Fact]
    public async Task What_changes_or_joins_the_request_after_signing_is_noticed()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        string body = JwtBearer(harness).ToJsonString();

        using HttpRequestMessage changedBody = Sign();
        changedBody.Content = new StringContent($"{body} ", Encoding.UTF8, changedBody.Content!.Headers.ContentType!);
        AssertRefused(await SendAsync(harness, changedBody), 403, "InvalidSignatureException");

        using HttpRequestMessage changedQuery = Sign();
        changedQuery.RequestUri = new Uri($"{changedQuery.RequestUri}&more=1");
        AssertRefused(await SendAsync(harness, changedQuery), 403, "InvalidSignatureException");

        using HttpRequestMessage addedHeader = Sign();
        addedHeader.Headers.Add("X-Amz-Target", "elsewhere");
        AssertRefused(await SendAsync(harness, addedHeader), 400, "IncompleteSignatureException");

        using HttpRequestMessage uncoveredHeader = Sign();
        uncoveredHeader.Headers.Add("amz-sdk-request", "attempt=1");
        Assert.Equal(200, (await SendAsync(harness, uncoveredHeader)).Status);

        HttpRequestMessage Sign() => Signer(harness).CreateTokenWithIam(harness.Emulator.BaseAddress, body);
    }

    private static RequestSigner Signer(EmulatorHarness harness) => new(KeyId, Secret, harness.Time.GetUtcNow());

    private static JsonObject Body(params (string Name, string Value)[] members) =>
        EmulatorHarness.With(new JsonObject { ["clientId"] = Application }, members);

    private static JsonObject JwtBearer(EmulatorHarness harness) => JwtBearer(harness, TimeSpan.FromMinutes(5));

    private static JsonObject JwtBearer(EmulatorHarness harness, TimeSpan lifetime)
    {
        long expiry = (harness.Time.GetUtcNow() + lifetime).ToUnixTimeSeconds();
        string claims = $$"""{"sub":"somebody","exp":{{expiry}}}""";
        string payload = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims));
        return Body(("grantType", "urn:ietf:params:oauth:grant-type:jwt-bearer"), ("assertion", $"e30.{payload}.c2ln"));
    }

    private static JsonObject TokenExchange(string subjectToken, string requestedType) =>
        Body(
            ("grantType", "urn:ietf:params:oauth:grant-type:token-exchange"),
            ("subjectToken", subjectToken),
            ("subjectTokenType", AccessTokenType),
            ("requestedTokenType", requestedType)
        );

    private static async Task<EmulatorResponse> SendAsync(
        EmulatorHarness harness,
        JsonObject body,
        RequestSigner? signer = null
    )
    {
        using HttpRequestMessage request = (signer ?? Signer(harness)).CreateTokenWithIam(
            harness.Emulator.BaseAddress,
            body.ToJsonString()
        );
        return await SendAsync(harness, request);
    }

    private static async Task<EmulatorResponse> SendAsync(EmulatorHarness harness, HttpRequestMessage request) =>
        await EmulatorResponse.ReadAsync(await harness.Http.SendAsync(request, EmulatorHarness.Cancellation));

    private static IEnumerable<string?> Scopes(EmulatorResponse answer) =>
        answer.Json["scope"]!.AsArray().Select(scope => (string?)scope);

    private static void AssertRefused(EmulatorResponse answer, int status, string errorType)
    {
        Assert.Equal(status, answer.Status);
        Assert.Equal(errorType, answer.Header("x-amzn-ErrorType"));
        Assert.NotEmpty(answer.Text("message"));
    }
}
