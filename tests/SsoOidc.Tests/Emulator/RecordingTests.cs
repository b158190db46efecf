using System.Text.Json.Nodes;
using SsoOidc.Emulator;

namespace SsoOidc.Tests.Emulator;

public sealed class RecordingTests
{
    [Fact]
    public async Task Requests_are_kept_as_they_came_and_show_no_secret()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        JsonObject client = await harness.RegisterAsync();

        await harness.PollAsync(client, "a-device-code");
        await harness.PortalAsync("assignment/accounts?next_token=a%3Db", "a-token");

        Assert.Equal(
            [EmulatorOperation.RegisterClient, EmulatorOperation.CreateToken, EmulatorOperation.ListAccounts],
            harness.Emulator.Requests.Select(request => request.Operation)
        );
        RecordedRequest poll = harness.Emulator.Requests[1];
        Assert.Equal("POST /token", poll.ToString());
        Assert.Equal("a-device-code", (string?)JsonNode.Parse(poll.Body)!["deviceCode"]);
        RecordedRequest list = harness.Emulator.Requests[2];
        Assert.Equal("?next_token=a%3Db", list.Query);
        Assert.Equal("a-token", list.Headers["X-Amz-SSO_Bearer_Token"]);
    }

    [Fact]
    public async Task A_path_the_service_does_not_have_is_an_unknown_operation()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();

        EmulatorResponse answer = await harness.SendAsync(HttpMethod.Get, "token");

        Assert.Equal(404, answer.Status);
        Assert.Equal("UnknownOperationException", answer.Header("x-amzn-ErrorType"));
        Assert.NotEmpty(answer.Header("x-amzn-RequestId"));
        Assert.Equal(EmulatorOperation.Unknown, Assert.Single(harness.Emulator.Requests).Operation);
    }
}
