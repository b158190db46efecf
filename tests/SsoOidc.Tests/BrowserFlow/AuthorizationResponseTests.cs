namespace SsoOidc.Tests.BrowserFlow;

public class AuthorizationResponseTests
{
    [Theory]
    [InlineData("?code=c&state=right", true)]
    [InlineData("?code=c&state=wrong", false)]
    [InlineData("?code=c&state=righ", false)]
    [InlineData("?code=c", false)]
    [InlineData("?error=access_denied&state=right", true)]
    [InlineData("?error=access_denied", true)]
    [InlineData("?error=access_denied&state=wrong", false)]
    public void Only_an_error_may_come_without_the_state(string query, bool isAnswer) =>
        Assert.Equal(isAnswer, AuthorizationResponse.TryParse(query)!.Answers("right"));

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("?state=right")]
    public void Without_code_and_error_it_is_no_answer(string query) =>
        Assert.Null(AuthorizationResponse.TryParse(query));

    [Fact]
    public void Parameters_are_form_decoded_and_the_first_of_a_name_counts()
    {
        AuthorizationResponse response = AuthorizationResponse.TryParse(
            "?error=invalid_scope&error_description=Not%20this+one%21&error=other"
        )!;

        Assert.Equal("invalid_scope", response.Error);
        Assert.Equal("Not this one!", response.ErrorDescription);
    }

    [Fact]
    public void Its_text_holds_neither_code_nor_state()
    {
        string text = AuthorizationResponse.TryParse("?code=secret-code&state=secret-state")!.ToString();

        Assert.DoesNotContain("secret", text);
    }
}
