using System.Net;
using SsoOidc.Hostile.Wire;
using SsoOidcGen.Runtime;

namespace SsoOidc.Hostile;

/// <summary>Errors told in every way there is.</summary>
public sealed class ErrorBodyTests
{
    [Theory]
    [InlineData("""{"__type":"InvalidGrantException"}""")]
    [InlineData("""{"__type":"com.amazonaws.ssooidc#InvalidGrantException"}""")]
    [InlineData("""{"__type":"a#b#InvalidGrantException:http://internal.amazon.com/coral/x/"}""")]
    [InlineData("""{"code":"InvalidGrantException"}""")]
    [InlineData("""{"Code":"InvalidGrantException","message":null}""")]
    [InlineData("""{"error":"invalid_grant","error_description":"no"}""")]
    [InlineData("""{"error_description":"no","error":"invalid_grant","extra":[{"a":1}]}""")]
    [InlineData("""{"__type":5,"error":"invalid_grant"}""")]
    [InlineData("""{"code":400,"error":"invalid_grant"}""")]
    [InlineData("""{"code":{"value":"X"},"message":["a"],"error":"invalid_grant"}""")]
    [InlineData("""{"__type":"","code":" ","error":"invalid_grant"}""")]
    public async Task A_code_in_the_body_names_the_error(string body)
    {
        await using Trial trial = new(Script.Respond("400 Bad Request", body));

        await trial.FailsAsync<InvalidGrantException>(attempts: 1);
        await trial.RecoversAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"error":"invalid_client"}""")]
    [InlineData("""{"__type":"InvalidClientException"}""")]
    [InlineData("""{"error":{"nested":"object"},"error_description":7}""")]
    [InlineData("""{"error_description":"\ud800"}""")]
    [InlineData("{\"error\":\"invalid_cl")]
    [InlineData("<html><head><title>400</title></head></html>")]
    [InlineData("not JSON at all")]
    public async Task A_code_in_a_header_wins_whatever_the_body_is(string body)
    {
        await using Trial trial = new(
            Script.Respond("400 Bad Request", body, "X-Amzn-ErrorType: InvalidGrantException:http://internal/")
        );

        await trial.FailsAsync<InvalidGrantException>(attempts: 1);
        await trial.RecoversAsync();
    }

    [Theory]
    [InlineData("", "without a message")]
    [InlineData("{}", "without a message")]
    [InlineData("null", "null")]
    [InlineData("[1,2]", "not a whole JSON object")]
    [InlineData("[{\"error\":\"invalid_grant\"}]", "not a whole JSON object")]
    [InlineData("{\"error\":\"invalid_gr", "not a whole JSON object")]
    [InlineData("{\"error\":\"\\ud800\"}", "not a whole JSON object")]
    [InlineData("{\"error\":\"a\nb\"}", "not a whole JSON object")]
    [InlineData("\"invalid_grant\"", "invalid_grant")]
    [InlineData("<html>Service down</html>", "Service down")]
    [InlineData("upstream connect error", "upstream connect error")]
    public async Task Without_a_code_the_status_is_one_and_the_message_says_what_there_was(string body, string message)
    {
        await using Trial trial = new(Script.Respond("400 Bad Request", body));

        SsoOidcException error = await trial.FailsAsync<SsoOidcException>(attempts: 1);

        Assert.Equal((HttpStatusCode.BadRequest, "400"), (error.StatusCode, error.ErrorCode));
        Assert.Contains(message, error.Message);
        await trial.RecoversAsync();
    }

    [Theory]
    [InlineData("""{"__type":"#"}""")]
    [InlineData("""{"__type":":"}""")]
    [InlineData("""{"__type":"a#"}""")]
    [InlineData("""{"__type":"\u0000"}""")]
    [InlineData("""{"__type":"A B C"}""")]
    [InlineData("""{"__type":"<script>alert(1)</script>"}""")]
    [InlineData("""{"__type":"\u001b[2J"}""")]
    [InlineData("""{"__type":"\u202eExceptionGrantInvalid"}""")]
    [InlineData("""{"code":"../../etc/passwd"}""")]
    [InlineData("""{"error":"a b"}""")]
    public async Task What_is_no_identifier_is_no_code(string body)
    {
        await using Trial trial = new(Script.Respond("400 Bad Request", body));

        SsoOidcException error = await trial.FailsAsync<SsoOidcException>(attempts: 1);

        Assert.Equal("400", error.ErrorCode);
    }

    [Fact]
    public async Task A_code_that_is_too_long_is_none()
    {
        await using Trial trial = new(Script.Respond("400 Bad Request", $$"""{"__type":"{{new string('A', 129)}}"}"""));

        Assert.Equal("400", (await trial.FailsAsync<SsoOidcException>(attempts: 1)).ErrorCode);
    }

    [Fact]
    public async Task A_message_is_cut_at_four_kibibytes()
    {
        string message = new('m', 500_000);
        await using Trial trial = new(
            Script.Respond("400 Bad Request", $$"""{"error":"invalid_grant","error_description":"{{message}}"}""")
        );

        InvalidGrantException error = await trial.FailsAsync<InvalidGrantException>(attempts: 1);

        Assert.InRange(error.Message.Length, 1000, 4200);
    }

    [Fact]
    public async Task Depth_ends_in_an_error_and_not_in_the_stack()
    {
        string deep = new string('[', 100_000) + new string(']', 100_000);
        await using Trial trial = new(
            Script.Respond("400 Bad Request", $$"""{"deep":{{deep}},"error":"invalid_grant"}""")
        );

        SsoOidcException error = await trial.FailsAsync<SsoOidcException>(attempts: 1);

        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
        await trial.RecoversAsync();
    }

    [Fact]
    public async Task An_unknown_code_is_kept_as_it_is()
    {
        await using Trial trial = new(
            Script.Respond("400 Bad Request", """{"__type":"ns#BrandNewException","message":"hello"}""")
        );

        SsoOidcException error = await trial.FailsAsync<SsoOidcException>(attempts: 1);

        Assert.Equal(("BrandNewException", "hello"), (error.ErrorCode, error.Message));
    }

    [Theory]
    [InlineData("ThrottlingException")]
    [InlineData("SlowDown")]
    [InlineData("RequestTimeout")]
    public async Task A_code_may_ask_for_another_attempt_at_any_status(string code)
    {
        await using Trial trial = new(Script.Respond("418 Teapot", "{}", $"x-amzn-ErrorType: {code}"), Trial.Good);

        Assert.Equal("good", (await trial.CallAsync()).AccessToken);
        Assert.Equal(2, trial.Server.Requests.Count);
    }

    [Fact]
    public async Task A_byte_order_mark_hides_no_error()
    {
        await using Trial trial = new(Script.Respond("400 Bad Request", "\ufeff" + """{"error":"invalid_grant"}"""));

        await trial.FailsAsync<InvalidGrantException>(attempts: 1);
    }
}
