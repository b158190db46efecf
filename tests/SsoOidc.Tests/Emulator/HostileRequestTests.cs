using System.Text;
using System.Text.Json.Nodes;

namespace SsoOidc.Tests.Emulator;

/// <summary>Requests that no browser and no client sends. The client is to blame, so the status is 400.</summary>
public sealed class HostileRequestTests
{
    [Theory]
    [InlineData("multipart/form-data", "--x\r\n")]
    [InlineData("multipart/form-data; boundary=x", "no boundary anywhere")]
    [InlineData(
        "multipart/form-data; boundary=x",
        "--x\r\nContent-Disposition: form-data; name=\"user_code\"\r\n\r\nBCDF"
    )]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nno header\r\n\r\nvalue\r\n--x--\r\n")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", "user_code=BCDF-GHJK")]
    public async Task A_broken_form_is_a_bad_request(string contentType, string body)
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();

        EmulatorResponse device = await PostAsync(harness, "device", contentType, body);
        EmulatorResponse authorize = await PostAsync(harness, "authorize", contentType, body);

        Assert.Equal(400, device.Status);
        Assert.Contains(
            "<p role=\"alert\">The form cannot be read. Open the page in your browser and try again.</p>",
            device.Body
        );
        Assert.Equal(400, authorize.Status);
    }

    [Fact]
    public async Task A_form_of_too_many_fields_is_a_bad_request()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        string body = string.Join('&', Enumerable.Range(0, 5_000).Select(i => $"{i}=1"));

        EmulatorResponse answer = await PostAsync(harness, "device", "application/x-www-form-urlencoded", body);

        Assert.Equal(400, answer.Status);
    }

    [Theory]
    [InlineData("""{"\ud800grantType": "refresh_token"}""")]
    [InlineData("""{"grantTyp\ud800": "refresh_token"}""")]
    [InlineData("""{"grantType": "\ud800"}""")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task A_body_without_proper_members_is_an_invalid_request(string body)
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();

        EmulatorResponse answer = await PostAsync(harness, "token", "application/json", body);

        answer.AssertOAuthError("invalid_request", "InvalidRequestException");
    }

    [Fact]
    public async Task A_redirect_to_a_port_that_cannot_exist_is_refused()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        JsonObject client = await harness.RegisterAsync(request =>
        {
            request["grantTypes"] = new JsonArray("authorization_code");
            request["redirectUris"] = new JsonArray("http://127.0.0.1/callback");
        });
        string query =
            $"response_type=code&client_id={client["clientId"]}&redirect_uri=http%3A%2F%2F127.0.0.1%3A99999%2Fcallback"
            + "&code_challenge_method=S256&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

        EmulatorResponse answer = await harness.SendAsync(HttpMethod.Get, $"authorize?{query}");

        Assert.Equal(400, answer.Status);
    }

    private static async Task<EmulatorResponse> PostAsync(
        EmulatorHarness harness,
        string path,
        string contentType,
        string body
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        request.Headers.Add("Origin", harness.OwnOrigin);
        return await EmulatorResponse.ReadAsync(await harness.Http.SendAsync(request, EmulatorHarness.Cancellation));
    }
}
