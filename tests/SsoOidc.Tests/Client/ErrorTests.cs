using System.Net;
using RichardSzalay.MockHttp;
using SsoOidcGen.Runtime;

namespace SsoOidc.Tests.Client;

/// <summary>Every way in which the service names an error leads to the same exception.</summary>
public sealed class ErrorTests
{
    private static readonly Dictionary<string, (Type Type, HttpStatusCode Status)> Errors = new()
    {
        ["access_denied"] = (typeof(AccessDeniedException), HttpStatusCode.BadRequest),
        ["authorization_pending"] = (typeof(AuthorizationPendingException), HttpStatusCode.BadRequest),
        ["expired_token"] = (typeof(ExpiredTokenException), HttpStatusCode.BadRequest),
        ["invalid_client"] = (typeof(InvalidClientException), HttpStatusCode.Unauthorized),
        ["invalid_client_metadata"] = (typeof(InvalidClientMetadataException), HttpStatusCode.BadRequest),
        ["invalid_grant"] = (typeof(InvalidGrantException), HttpStatusCode.BadRequest),
        ["invalid_redirect_uri"] = (typeof(InvalidRedirectUriException), HttpStatusCode.BadRequest),
        ["invalid_request"] = (typeof(InvalidRequestException), HttpStatusCode.BadRequest),
        ["invalid_scope"] = (typeof(InvalidScopeException), HttpStatusCode.BadRequest),
        ["server_error"] = (typeof(InternalServerException), HttpStatusCode.InternalServerError),
        ["slow_down"] = (typeof(SlowDownException), HttpStatusCode.BadRequest),
        ["unauthorized_client"] = (typeof(UnauthorizedClientException), HttpStatusCode.BadRequest),
        ["unsupported_grant_type"] = (typeof(UnsupportedGrantTypeException), HttpStatusCode.BadRequest),
    };

    public static TheoryData<string> Codes => [.. Errors.Keys];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task The_header_decides(string code)
    {
        string name = Errors[code].Type.Name;

        AssertIs(code, await CallAsync(code, Body("other"), name));
        AssertIs(code, await CallAsync(code, Body("other"), name + ":http://internal.example/coral/"));
        AssertIs(code, await CallAsync(code, Body("other"), "aws.protocoltests#" + name));
        AssertIs(code, await CallAsync(code, Body("other"), $"ns#{name}:http://internal.example/"));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Else_the_type_in_the_body(string code) =>
        AssertIs(
            code,
            await CallAsync(code, $$"""{"__type":"ns#{{Errors[code].Type.Name}}","error_description":"why"}""")
        );

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Else_the_OAuth_code_alone(string code) => AssertIs(code, await CallAsync(code, Body(code)));

    [Fact]
    public async Task Members_of_the_error_are_read()
    {
        ServiceException error = await CallAsync(
            "access_denied",
            """{"error":"access_denied","error_description":"why","reason":"KMS_AccessDeniedException"}"""
        );

        AccessDeniedException denied = Assert.IsType<AccessDeniedException>(error);
        Assert.Equal(AccessDeniedExceptionReason.KmsAccessDeniedException, denied.Reason);
        Assert.Equal(("access_denied", "why"), (denied.Error, denied.ErrorDescription));
    }

    [Fact]
    public async Task An_unknown_code_is_kept_by_the_base_exception()
    {
        ServiceException error = await CallAsync("invalid_request", Body("teapot"));

        Assert.Equal(typeof(SsoOidcException), error.GetType());
        Assert.Equal(("teapot", "why"), (error.ErrorCode, error.Message));
    }

    [Theory]
    [InlineData("<html><body>Bad gateway</body></html>", "Bad gateway")]
    [InlineData("[1,2]", "not a whole JSON object")]
    [InlineData("upstream connect error", "upstream connect error")]
    [InlineData("", "400")]
    public async Task A_body_of_another_kind_keeps_status_and_the_start_of_its_text(string body, string expected)
    {
        ServiceException error = await CallAsync("invalid_request", body);

        Assert.Equal((typeof(SsoOidcException), HttpStatusCode.BadRequest), (error.GetType(), error.StatusCode));
        Assert.Contains(expected, error.Message);
    }

    [Fact]
    public async Task A_long_body_of_another_kind_is_cut()
    {
        ServiceException error = await CallAsync("invalid_request", new string('x', 10_000));

        Assert.InRange(error.Message.Length, 100, 500);
    }

    [Fact]
    public async Task A_member_of_another_type_does_not_hide_the_error()
    {
        ServiceException error = await CallAsync(
            "invalid_grant",
            """{"error":{"a":1},"error_description":"why"}""",
            "InvalidGrantException"
        );

        Assert.Equal(("InvalidGrantException", "why"), (error.ErrorCode, error.Message));
    }

    private static void AssertIs(string code, ServiceException error)
    {
        Assert.Equal(Errors[code].Type, error.GetType());
        Assert.Equal("why", error.Message);
        Assert.Equal("request-1", error.RequestId);
        Assert.Equal(Errors[code].Status, error.StatusCode);
        Assert.Equal(code == "server_error", error.IsRetryable);
    }

    private static string Body(string error) => $$"""{"error":"{{error}}","error_description":"why"}""";

    private static async Task<ServiceException> CallAsync(string code, string body, string? header = null)
    {
        using MockHttpMessageHandler service = new();
        service
            .When(HttpMethod.Post, "https://oidc.us-west-2.amazonaws.com/token")
            .Respond(_ =>
            {
                HttpResponseMessage response = new(Errors[code].Status) { Content = new StringContent(body) };
                response.Headers.Add("x-amzn-RequestId", "request-1");
                if (header is not null)
                {
                    response.Headers.Add("x-amzn-ErrorType", header);
                }

                return response;
            });
        using SsoOidcClient client = new(
            service.ToHttpClient(),
            new ServiceClientOptions
            {
                Region = "us-west-2",
                MaxAttempts = 1,
                Environment = new AwsEnvironment(Path.GetTempPath()),
            }
        );

        return await Assert.ThrowsAnyAsync<ServiceException>(() =>
            client.CreateTokenAsync(
                new CreateTokenRequest
                {
                    ClientId = "id",
                    ClientSecret = "secret",
                    GrantType = "x",
                }
            )
        );
    }
}
