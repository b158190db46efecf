using System.Net.Http.Headers;

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

    [Theory]
    [InlineData("f", "Root=1")]
    [InlineData("", null)]
    public void The_trace_of_a_Lambda_function_is_passed_on(string functionName, string? expected)
    {
        using TestHome home = new(
            variables: new() { ["AWS_LAMBDA_FUNCTION_NAME"] = functionName, ["_X_AMZN_TRACE_ID"] = "Root=1" }
        );
        using HttpRequestMessage message = new(HttpMethod.Get, "https://example.com/");

        ClientHeaders.Add(message, home.Resolve(), "id", attempt: 1);

        message.Headers.NonValidated.TryGetValues("X-Amzn-Trace-Id", out HeaderStringValues traceId);
        Assert.Equal(expected, traceId.FirstOrDefault());
    }
}
