using System.Net.Http.Headers;

namespace SsoOidcGen.Runtime.Tests;

public sealed class ClientHeadersTests
{
    [Fact]
    public void A_request_says_which_call_and_attempt_it_belongs_to()
    {
        using TestHome home = new(variables: new() { ["AWS_SDK_UA_APP_ID"] = "mine" });
        using HttpRequestMessage message = new(HttpMethod.Get, "https://example.com/");

        ClientHeaders.Add(message, home.Resolve(), isSigned: false, "id", attempt: 2);

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

        ClientHeaders.Add(message, home.Resolve(), isSigned: false, "id", attempt: 1);

        message.Headers.NonValidated.TryGetValues("X-Amzn-Trace-Id", out HeaderStringValues traceId);
        Assert.Equal(expected, traceId.FirstOrDefault());
    }

    [Fact]
    public void Each_call_has_an_invocation_id_of_its_own_in_the_form_of_a_random_UUID()
    {
        string[] ids = [ClientHeaders.NewInvocationId(), ClientHeaders.NewInvocationId()];

        // RFC 9562 §5.4: the version is 4, the variant 10.
        Assert.All(
            ids,
            static id => Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", id)
        );
        Assert.NotEqual(ids[0], ids[1]);
    }
}
