namespace SsoOidcGen.Runtime.Tests;

public sealed class ClientHeadersTests
{
    [Fact]
    public void A_request_says_which_call_and_attempt_it_belongs_to()
    {
        using TestHome home = new(variables: new() { ["AWS_SDK_UA_APP_ID"] = "mine" });
        using HttpRequestMessage message = new(HttpMethod.Get, "https://example.com/");

        ClientHeaders.Add(message, home.Resolve(), "id", attempt: 2);

        Assert.Equal("id", message.Headers.NonValidated["amz-sdk-invocation-id"].ToString());
        Assert.Equal("attempt=2; max=3", message.Headers.NonValidated["amz-sdk-request"].ToString());
        Assert.EndsWith(" app/mine", message.Headers.NonValidated["User-Agent"].ToString(), StringComparison.Ordinal);
    }
}
