using SsoOidc.Emulator;

namespace SsoOidc.Tests.Emulator;

public sealed class PortalPageTests
{
    [Theory]
    [InlineData(20, 20, "", 20, false)]
    [InlineData(20, 21, "", 20, true)]
    [InlineData(20, 21, "?max_result=19", 19, true)]
    [InlineData(1000, 101, "", 100, true)]
    [InlineData(1000, 101, "?max_result=100", 100, true)]
    [InlineData(1000, 100, "", 100, false)]
    [InlineData(1, 1, "?max_result=1", 1, false)]
    public async Task A_page_holds_what_fits(int pageSize, int accounts, string query, int count, bool hasMore)
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync(time => new EmulatorOptions
        {
            TimeProvider = time,
            PortalPageSize = pageSize,
            Accounts = [.. Enumerable.Range(1, accounts).Select(static i => new EmulatorAccount($"{i}", "n", "e", []))],
        });
        string token = (await harness.SignInAsync(await harness.RegisterAsync())).Text("accessToken");

        EmulatorResponse page = await harness.PortalAsync($"assignment/accounts{query}", token);

        Assert.Equal(count, page.Json["accountList"]!.AsArray().Count);
        Assert.Equal(hasMore, page.Json.ContainsKey("nextToken"));
    }

    [Fact]
    public async Task A_client_without_scopes_sees_the_portal_and_is_said_to_ask_for_all()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        var client = await harness.RegisterAsync(static request => request.Remove("scopes"));
        EmulatorResponse started = await harness.StartDeviceAsync(client);

        EmulatorResponse page = await harness.SendAsync(HttpMethod.Get, started.Text("verificationUriComplete"));
        string token = (await harness.SignInAsync(client)).Text("accessToken");

        Assert.Contains("<p><strong>test</strong> asks for access to your accounts.</p>", page.Body);
        Assert.Equal(200, (await harness.PortalAsync("assignment/accounts", token)).Status);
    }
}
