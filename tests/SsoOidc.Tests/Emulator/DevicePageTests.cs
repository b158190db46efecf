using System.Text.Json.Nodes;

namespace SsoOidc.Tests.Emulator;

public sealed class DevicePageTests
{
    [Fact]
    public async Task The_complete_link_shows_the_code_and_the_client_and_asks()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        EmulatorResponse started = await harness.StartDeviceAsync(await harness.RegisterAsync());

        EmulatorResponse page = await GetAsync(harness, started.Text("verificationUriComplete"));

        Assert.Equal(200, page.Status);
        Assert.Equal("text/html; charset=utf-8", page.ContentType);
        Assert.Contains(started.Text("userCode"), page.Body);
        Assert.Contains("<h1>Confirm the request</h1>", page.Body);
        Assert.Contains("Approve", page.Body);
        Assert.Contains("Deny", page.Body);
        EmulatorResponse poll = await harness.PollAsync(await harness.RegisterAsync(), started.Text("deviceCode"));
        Assert.NotEqual(200, poll.Status);
    }

    [Theory]
    [InlineData("approve", 200)]
    [InlineData("deny", 400)]
    public async Task A_button_decides(string decision, int tokenStatus)
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        JsonObject client = await harness.RegisterAsync();
        EmulatorResponse started = await harness.StartDeviceAsync(client);
        string typed = started.Text("userCode").ToLowerInvariant().Replace("-", " ");

        EmulatorResponse page = await PressAsync(harness, harness.OwnOrigin, typed, decision);

        Assert.Equal(200, page.Status);
        Assert.Contains("role=\"status\"", page.Body);
        Assert.Equal(tokenStatus, (await harness.PollAsync(client, started.Text("deviceCode"))).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("null")]
    [InlineData("https://evil.example")]
    public async Task A_form_from_elsewhere_decides_nothing(string? origin)
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        JsonObject client = await harness.RegisterAsync();
        EmulatorResponse started = await harness.StartDeviceAsync(client);

        EmulatorResponse page = await PressAsync(harness, origin, started.Text("userCode"), "approve");

        Assert.Equal(403, page.Status);
        EmulatorResponse poll = await harness.PollAsync(client, started.Text("deviceCode"));
        Assert.Equal("authorization_pending", poll.Text("error"));
    }

    [Fact]
    public async Task A_form_of_the_same_page_by_its_other_name_decides()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        JsonObject client = await harness.RegisterAsync();
        EmulatorResponse started = await harness.StartDeviceAsync(client);
        string origin = $"http://localhost:{harness.Emulator.BaseAddress.Port}";

        EmulatorResponse page = await PressAsync(harness, origin, started.Text("userCode"), "approve");

        Assert.Equal(200, page.Status);
        Assert.Equal(200, (await harness.PollAsync(client, started.Text("deviceCode"))).Status);
    }

    [Fact]
    public async Task A_second_decision_does_not_change_the_first()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        JsonObject client = await harness.RegisterAsync();
        EmulatorResponse started = await harness.StartDeviceAsync(client);
        await PressAsync(harness, harness.OwnOrigin, started.Text("userCode"), "deny");

        await PressAsync(harness, harness.OwnOrigin, started.Text("userCode"), "approve");

        EmulatorResponse poll = await harness.PollAsync(client, started.Text("deviceCode"));
        Assert.Equal("access_denied", poll.Text("error"));
    }

    [Fact]
    public async Task An_expired_code_is_explained()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        EmulatorResponse started = await harness.StartDeviceAsync(await harness.RegisterAsync());
        harness.Time.Advance(TimeSpan.FromMinutes(10));

        EmulatorResponse page = await GetAsync(harness, started.Text("verificationUriComplete"));

        Assert.Equal(400, page.Status);
        Assert.Contains("expired", page.Body);
    }

    [Fact]
    public async Task The_page_says_what_the_client_asks_for()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        JsonObject client = await harness.RegisterAsync(request =>
            request["scopes"] = new JsonArray("sso:account:access", "openid")
        );
        EmulatorResponse started = await harness.StartDeviceAsync(client);

        EmulatorResponse page = await GetAsync(harness, started.Text("verificationUriComplete"));

        Assert.Contains("asks for sso:account:access, openid.", page.Body);
    }

    [Fact]
    public async Task What_people_and_clients_type_is_shown_as_text()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        JsonObject client = await harness.RegisterAsync(request => request["clientName"] = "<img src=x>\"'&");
        EmulatorResponse started = await harness.StartDeviceAsync(client);

        EmulatorResponse confirm = await GetAsync(harness, started.Text("verificationUriComplete"));
        EmulatorResponse wrongCode = await GetAsync(harness, "device?user_code=%3Cscript%3Ealert(1)%3C/script%3E");

        Assert.DoesNotContain("<img", confirm.Body);
        Assert.Contains("&lt;img src=x&gt;&quot;&#x27;&amp;", confirm.Body);
        Assert.Equal(400, wrongCode.Status);
        Assert.DoesNotContain("<script", wrongCode.Body);
    }

    [Fact]
    public async Task Pages_load_nothing_and_cannot_be_framed()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();

        EmulatorResponse page = await GetAsync(harness, "device");

        string policy = page.Header("Content-Security-Policy");
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.DoesNotContain("http", page.Body);
        Assert.DoesNotContain("<script", page.Body);
        Assert.Contains("<label for=\"user_code\">", page.Body);
    }

    private static Task<EmulatorResponse> GetAsync(EmulatorHarness harness, string path) =>
        harness.SendAsync(HttpMethod.Get, path);

    private static Task<EmulatorResponse> PressAsync(
        EmulatorHarness harness,
        string? origin,
        string userCode,
        string decision
    ) => harness.PostFormAsync("device", origin, ("user_code", userCode), ("decision", decision));
}
