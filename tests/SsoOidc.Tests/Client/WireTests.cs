using System.Text.Json;
using RichardSzalay.MockHttp;
using SsoOidc.Portal;
using SsoOidcGen.Runtime;

namespace SsoOidc.Tests.Client;

/// <summary>What goes over the wire for each operation, compared with what botocore sends.</summary>
public sealed class WireTests : IDisposable
{
    private readonly MockHttpMessageHandler _service = new();
    private HttpRequestMessage? _sent;
    private string? _body;

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task RegisterClient()
    {
        using SsoOidcClient client = Oidc();

        await client.RegisterClientAsync(
            new RegisterClientRequest
            {
                ClientName = "n",
                ClientType = "public",
                Scopes = ["x"],
                GrantTypes = ["authorization_code", "refresh_token"],
                RedirectUris = ["http://127.0.0.1/oauth/callback"],
                IssuerUrl = "https://d-1.awsapps.com/start",
            }
        );

        AssertSent(
            "POST https://oidc.us-west-2.amazonaws.com/client/register",
            """
            {"clientName": "n", "clientType": "public", "scopes": ["x"],
             "grantTypes": ["authorization_code", "refresh_token"],
             "redirectUris": ["http://127.0.0.1/oauth/callback"], "issuerUrl": "https://d-1.awsapps.com/start"}
            """
        );
        AssertIsUnsigned();
    }

    [Fact]
    public async Task StartDeviceAuthorization()
    {
        using SsoOidcClient client = Oidc();

        await client.StartDeviceAuthorizationAsync(
            new StartDeviceAuthorizationRequest
            {
                ClientId = "id",
                ClientSecret = "secret",
                StartUrl = "https://d-1.awsapps.com/start",
            }
        );

        AssertSent(
            "POST https://oidc.us-west-2.amazonaws.com/device_authorization",
            """{"clientId": "id", "clientSecret": "secret", "startUrl": "https://d-1.awsapps.com/start"}"""
        );
        AssertIsUnsigned();
    }

    [Fact]
    public async Task CreateToken()
    {
        using SsoOidcClient client = Oidc();

        await client.CreateTokenAsync(
            new CreateTokenRequest
            {
                ClientId = "id",
                ClientSecret = "secret",
                GrantType = "authorization_code",
                Code = "code",
                RedirectUri = "http://127.0.0.1:8080/oauth/callback",
                CodeVerifier = "verifier",
                Scope = ["a", "b"],
            }
        );

        AssertSent(
            "POST https://oidc.us-west-2.amazonaws.com/token",
            """
            {"clientId": "id", "clientSecret": "secret", "grantType": "authorization_code", "code": "code",
             "redirectUri": "http://127.0.0.1:8080/oauth/callback", "codeVerifier": "verifier", "scope": ["a", "b"]}
            """
        );
        AssertIsUnsigned();
    }

    [Fact]
    public async Task CreateTokenWithIAM()
    {
        using SsoOidcClient client = new(
            Http(),
            Options("us-east-1", new AwsCredentials("AKIDEXAMPLE", "secret", "session"))
        );

        await client.CreateTokenWithIAMAsync(
            new CreateTokenWithIAMRequest
            {
                ClientId = "arn:aws:sso::123456789012:application/ssoins-1/apl-1",
                GrantType = "urn:ietf:params:oauth:grant-type:jwt-bearer",
                Assertion = "a.b.c",
            }
        );

        AssertSent(
            "POST https://oidc.us-east-1.amazonaws.com/token?aws_iam=t",
            """
            {"clientId": "arn:aws:sso::123456789012:application/ssoins-1/apl-1",
             "grantType": "urn:ietf:params:oauth:grant-type:jwt-bearer", "assertion": "a.b.c"}
            """
        );
        string authorization = Header("Authorization");
        Assert.StartsWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/", authorization);
        Assert.Contains("/us-east-1/sso-oauth/aws4_request,", authorization);
        Assert.Contains("SignedHeaders=content-type;host;x-amz-date;x-amz-security-token,", authorization);
        Assert.Equal("session", Header("X-Amz-Security-Token"));
    }

    [Fact]
    public async Task CreateTokenWithIAM_without_credentials_is_never_sent()
    {
        using SsoOidcClient client = Oidc();

        await Assert.ThrowsAsync<MissingCredentialsException>(() =>
            client.CreateTokenWithIAMAsync(new CreateTokenWithIAMRequest { ClientId = "x", GrantType = "y" })
        );

        Assert.Null(_sent);
    }

    [Fact]
    public async Task GetRoleCredentials()
    {
        using SsoPortalClient client = Portal();

        await client.GetRoleCredentialsAsync(
            new GetRoleCredentialsRequest
            {
                RoleName = "Admin Role/é",
                AccountId = "012345678901",
                AccessToken = "tok",
            }
        );

        AssertSent(
            "GET https://portal.sso.us-west-2.amazonaws.com/federation/credentials?account_id=012345678901&role_name=Admin%20Role%2F%C3%A9"
        );
        AssertHasOnlyTheToken();
    }

    [Fact]
    public async Task ListAccounts()
    {
        using SsoPortalClient client = Portal();

        await client.ListAccountsAsync(
            new ListAccountsRequest
            {
                AccessToken = "tok",
                MaxResults = 5,
                NextToken = "a=b",
            }
        );

        AssertSent("GET https://portal.sso.us-west-2.amazonaws.com/assignment/accounts?max_result=5&next_token=a%3Db");
        AssertHasOnlyTheToken();
    }

    [Fact]
    public async Task ListAccountRoles()
    {
        using SsoPortalClient client = Portal();

        await client.ListAccountRolesAsync(
            new ListAccountRolesRequest { AccessToken = "tok", AccountId = "012345678901" }
        );

        AssertSent("GET https://portal.sso.us-west-2.amazonaws.com/assignment/roles?account_id=012345678901");
        AssertHasOnlyTheToken();
    }

    [Fact]
    public async Task Logout()
    {
        using SsoPortalClient client = Portal();

        await client.LogoutAsync(new LogoutRequest { AccessToken = "tok" });

        AssertSent("POST https://portal.sso.us-west-2.amazonaws.com/logout");
        AssertHasOnlyTheToken();
    }

    private SsoOidcClient Oidc() => new(Http(), Options("us-west-2"));

    private SsoPortalClient Portal() => new(Http(), Options("us-west-2"));

    private HttpClient Http()
    {
        _service
            .When("*")
            .Respond(async request =>
            {
                _sent = request;
                _body = request.Content is null ? null : await request.Content.ReadAsStringAsync();
                return new HttpResponseMessage { Content = new StringContent("{}") };
            });
        return _service.ToHttpClient();
    }

    private static ServiceClientOptions Options(string region, AwsCredentials? credentials = null) =>
        new()
        {
            Region = region,
            Credentials = credentials,
            Environment = new AwsEnvironment(
                Path.GetTempPath(),
                new Dictionary<string, string> { ["AWS_EC2_METADATA_DISABLED"] = "true" }
            ),
        };

    /// <summary>Compares method and target, query parameters as a set, and the body as JSON.</summary>
    private void AssertSent(string expected, string? body = null)
    {
        Assert.NotNull(_sent);
        string actual = $"{_sent.Method} {_sent.RequestUri!.OriginalString}";
        Assert.Equal(InOrder(expected), InOrder(actual));
        if (body is null)
        {
            Assert.Null(_body);
            Assert.Null(_sent.Content);
        }
        else
        {
            Assert.True(JsonElement.DeepEquals(Parse(body), Parse(_body!)), _body);
            Assert.Equal("application/json", _sent.Content!.Headers.ContentType?.ToString());
        }

        Assert.Equal("attempt=1; max=3", Header("amz-sdk-request"));
        Assert.True(Guid.TryParse(Header("amz-sdk-invocation-id"), out _));
        Assert.Contains("ua/2.1", Header("User-Agent"));
    }

    private static string InOrder(string request)
    {
        string[] parts = request.Split('?');
        return parts.Length == 1 ? request : $"{parts[0]}?{string.Join('&', parts[1].Split('&').Order())}";
    }

    private void AssertIsUnsigned() => Assert.False(_sent!.Headers.Contains("Authorization"));

    private void AssertHasOnlyTheToken()
    {
        Assert.Equal("tok", Header("x-amz-sso_bearer_token"));
        AssertIsUnsigned();
    }

    private string Header(string name) => _sent!.Headers.NonValidated[name].ToString();

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
