namespace SsoOidc.Tests.BrowserFlow;

public class AuthorizationRequestTests
{
    [Fact]
    public void The_page_stands_at_the_services_authority_with_its_parameters_in_order() =>
        Assert.Equal(
            "https://oidc.us-west-2.amazonaws.com/authorize?response_type=code&client_id=client%2B1"
                + "&redirect_uri=http%3A%2F%2F127.0.0.1%3A5000%2Foauth%2Fcallback&state=state-~1"
                + "&code_challenge_method=S256&scopes=sso%3Aaccount%3Aaccess%20openid&code_challenge=challenge",
            AuthorizationRequest.Url(
                new Uri("https://oidc.us-west-2.amazonaws.com/path?query"),
                "client+1",
                "http://127.0.0.1:5000/oauth/callback",
                "state-~1",
                ["sso:account:access", "openid"],
                "challenge"
            )
        );
}
