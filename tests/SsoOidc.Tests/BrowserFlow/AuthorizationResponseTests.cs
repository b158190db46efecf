namespace SsoOidc.Tests.BrowserFlow;

public class AuthorizationResponseTests
{
    [Theory]
    [InlineData("?code=c&state=right", "c", null)]
    [InlineData("?error=access_denied&state=right", null, "access_denied")]
    public void With_the_state_it_is_a_code_or_an_error(string query, string? code, string? error)
    {
        AuthorizationResponse response = AuthorizationResponse.TryParse(query, "right")!;

        Assert.Equal(code, response.Code);
        Assert.Equal(error, response.Error);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("?state=right")]
    [InlineData("?code=&state=right")]
    [InlineData("?code&state=right")]
    [InlineData("?error=&state=right")]
    [InlineData("?code=c&error=&state=right")]
    [InlineData("?code=c&error=access_denied&state=right")]
    [InlineData("?code=c")]
    [InlineData("?code=c&state=")]
    [InlineData("?code=c&state=wrong")]
    [InlineData("?code=c&state=righ")]
    [InlineData("?code=c&state=Right")]
    [InlineData("?error=access_denied")]
    [InlineData("?error=access_denied&state=wrong")]
    [InlineData("?code=c&code=d&state=right")]
    [InlineData("?code=c&state=right&state=right")]
    [InlineData("?code=c&state=wrong&state=right")]
    [InlineData("?code=c&c%6Fde=d&state=right")]
    [InlineData("?code=c&state=right&unknown=1&unknown=2")]
    public void Anything_else_is_no_response_to_this_sign_in(string query) =>
        Assert.Null(AuthorizationResponse.TryParse(query, "right"));

    [Fact]
    public void Parameters_are_form_decoded()
    {
        AuthorizationResponse response = AuthorizationResponse.TryParse(
            "?error=invalid_scope&error_description=Not%20this+one%21&st%61te=r+s",
            "r s"
        )!;

        Assert.Equal("invalid_scope", response.Error);
        Assert.Equal("Not this one!", response.ErrorDescription);
    }

    [Fact]
    public void Its_text_holds_no_code() =>
        Assert.DoesNotContain("secret", AuthorizationResponse.TryParse("?code=secret&state=s", "s")!.ToString());
}
