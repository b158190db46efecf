using SsoOidc.Emulator;

namespace SsoOidc.Tests.Emulator;

public sealed class OAuthErrorTests
{
    [Theory]
    [InlineData("access_denied", 400, "AccessDeniedException")]
    [InlineData("authorization_pending", 400, "AuthorizationPendingException")]
    [InlineData("expired_token", 400, "ExpiredTokenException")]
    [InlineData("invalid_client", 401, "InvalidClientException")]
    [InlineData("invalid_client_metadata", 400, "InvalidClientMetadataException")]
    [InlineData("invalid_grant", 400, "InvalidGrantException")]
    [InlineData("invalid_redirect_uri", 400, "InvalidRedirectUriException")]
    [InlineData("invalid_request", 400, "InvalidRequestException")]
    [InlineData("invalid_scope", 400, "InvalidScopeException")]
    [InlineData("server_error", 500, "InternalServerException")]
    [InlineData("slow_down", 400, "SlowDownException")]
    [InlineData("unauthorized_client", 400, "UnauthorizedClientException")]
    [InlineData("unsupported_grant_type", 400, "UnsupportedGrantTypeException")]
    public void Every_error_of_the_service_can_be_scripted(string error, int status, string name)
    {
        Fault fault = Fault.OAuth(error);

        Assert.Equal(status, fault.Status);
        Assert.Equal(
            [new("x-amzn-ErrorType", $"{name}:http://internal.amazon.com/coral/com.amazonaws.sso.oidc/")],
            fault.Headers
        );
        Assert.Equal("application/json", fault.ContentType);
        Assert.Equal($$"""{"error":"{{error}}","error_description":"Scripted by a fault"}""", fault.Body);
    }

    [Fact]
    public void Another_error_is_refused_with_those_there_are()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => Fault.OAuth("teapot"));

        Assert.Contains("'teapot'", refusal.Message);
        Assert.Contains("It has: access_denied, authorization_pending, expired_token, ", refusal.Message);
    }

    [Fact]
    public void A_fault_happens_once_at_least() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new FaultScript().Add(EmulatorOperation.CreateToken, new Fault(), times: 0)
        );
}
