using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace SsoOidc.Tests.Emulator;

/// <summary>A response that was read to its end.</summary>
internal sealed record EmulatorResponse(int Status, HttpResponseHeaders Headers, string? ContentType, string Body)
{
    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();

    public string Text(string member) => Json[member]!.GetValue<string>();

    public long Number(string member) => Json[member]!.GetValue<long>();

    public string Header(string name) => Assert.Single(Headers.GetValues(name));

    public static async Task<EmulatorResponse> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            string body = await response.Content.ReadAsStringAsync(EmulatorHarness.Cancellation);
            return new EmulatorResponse(
                (int)response.StatusCode,
                response.Headers,
                response.Content.Headers.ContentType?.ToString(),
                body
            );
        }
    }

    public void AssertOAuthError(string error, string exceptionName, int status = 400)
    {
        Assert.Equal(status, Status);
        Assert.Equal(error, Text("error"));
        Assert.NotEmpty(Text("error_description"));
        Assert.Equal(
            $"{exceptionName}:http://internal.amazon.com/coral/com.amazonaws.sso.oidc/",
            Header("x-amzn-ErrorType")
        );
    }
}
