using System.Text.Json.Nodes;
using SsoOidc.Emulator;

namespace SsoOidc.Tests.Emulator;

/// <summary>However long it runs and whoever floods it, the emulator holds a bounded amount of memory.</summary>
public sealed class LimitTests
{
    private const int Flood = 40;

    /// <summary>Close to the largest body that is accepted.</summary>
    private static readonly string s_large = new('x', 250_000);

    [Fact]
    public async Task The_log_keeps_the_latest_16_MiB()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();

        for (int i = 0; i < Flood; i++)
        {
            using StringContent body = new($"{i} {s_large}");
            await harness.Http.PostAsync("token", body, EmulatorHarness.Cancellation);
        }

        IReadOnlyList<RecordedRequest> kept = harness.Emulator.Requests;
        Assert.InRange(kept.Sum(request => 2L * request.Body.Length), 15 * 1024 * 1024, 16 * 1024 * 1024);
        Assert.StartsWith($"{Flood - 1} ", kept[^1].Body);
    }

    [Fact]
    public async Task The_log_forgets_after_a_day()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        await harness.RegisterAsync();

        harness.Time.Advance(TimeSpan.FromDays(1));

        Assert.Empty(harness.Emulator.Requests);
    }

    [Fact]
    public async Task The_oldest_clients_give_way_and_applications_stay()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        JsonObject first = await harness.RegisterAsync();
        JsonObject last = first;
        for (int i = 0; i < Flood; i++)
        {
            last = await harness.RegisterAsync(request => request["clientName"] = s_large);
        }

        (await harness.StartDeviceAsync(first)).AssertOAuthError("invalid_client", "InvalidClientException", 401);
        Assert.Equal(200, (await harness.StartDeviceAsync(last)).Status);
        string application = Uri.EscapeDataString(new EmulatorOptions().Applications[0].Arn);
        string redirectUri = Uri.EscapeDataString("http://127.0.0.1/oauth/callback");
        EmulatorResponse page = await harness.SendAsync(
            HttpMethod.Get,
            $"authorize?response_type=code&client_id={application}&redirect_uri={redirectUri}"
        );
        Assert.Equal(200, page.Status);
    }

    [Fact]
    public async Task An_expired_client_hears_so_for_an_hour()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        JsonObject client = await harness.RegisterAsync();
        harness.Time.Advance(TimeSpan.FromDays(90));

        EmulatorResponse expired = await harness.StartDeviceAsync(client);
        harness.Time.Advance(TimeSpan.FromHours(1));
        EmulatorResponse forgotten = await harness.StartDeviceAsync(client);

        Assert.Contains("expired", expired.Text("error_description"));
        Assert.Contains("not known", forgotten.Text("error_description"));
    }

    [Fact]
    public async Task The_oldest_device_authorizations_give_way()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        JsonObject client = await harness.RegisterAsync(request => request["clientName"] = s_large);
        EmulatorResponse first = await harness.StartDeviceAsync(client);
        EmulatorResponse last = first;
        for (int i = 0; i < Flood; i++)
        {
            last = await harness.StartDeviceAsync(client);
        }

        Assert.Equal("invalid_grant", (await harness.PollAsync(client, first.Text("deviceCode"))).Text("error"));
        Assert.Equal("authorization_pending", (await harness.PollAsync(client, last.Text("deviceCode"))).Text("error"));
        Assert.Throws<ArgumentException>(() => harness.Emulator.Approve(first.Text("userCode")));
    }

    [Fact]
    public async Task After_ten_wrong_user_codes_within_a_minute_none_is_looked_at()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        JsonObject client = await harness.RegisterAsync();
        string userCode = (await harness.StartDeviceAsync(client)).Text("userCode");
        for (int i = 0; i < 9; i++)
        {
            Assert.Equal(400, (await TypeAsync(harness, "BBBB-BBBB")).Status);
        }

        Assert.Equal(200, (await TypeAsync(harness, userCode)).Status);
        harness.Time.Advance(TimeSpan.FromSeconds(20));
        EmulatorResponse tenth = await harness.PostFormAsync("device", harness.OwnOrigin, ("user_code", "BBBB-BBBB"));
        Assert.Equal(400, tenth.Status);

        EmulatorResponse limited = await TypeAsync(harness, userCode);
        EmulatorResponse pressed = await harness.PostFormAsync(
            "device",
            harness.OwnOrigin,
            ("user_code", userCode),
            ("decision", "approve")
        );
        harness.Time.Advance(TimeSpan.FromSeconds(40));
        EmulatorResponse afterwards = await TypeAsync(harness, userCode);

        Assert.Equal(429, limited.Status);
        Assert.Equal("40", limited.Header("Retry-After"));
        Assert.Contains("<h1>Too many wrong codes</h1>", limited.Body);
        Assert.Contains(
            "<p role=\"alert\">Wait a minute, then type the code that your device shows.</p>",
            limited.Body
        );
        Assert.Equal(429, pressed.Status);
        Assert.Equal(200, afterwards.Status);
        Assert.Contains("Approve", afterwards.Body);
    }

    [Theory]
    [InlineData(256 * 1024, 400)]
    [InlineData((256 * 1024) + 1, 413)]
    public async Task A_body_has_256_KiB_at_most(int bytes, int status)
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        using ByteArrayContent body = new(new byte[bytes]);

        using HttpResponseMessage response = await harness.Http.PostAsync("token", body, EmulatorHarness.Cancellation);

        Assert.Equal(status, (int)response.StatusCode);
    }

    private static Task<EmulatorResponse> TypeAsync(EmulatorHarness harness, string code) =>
        harness.SendAsync(HttpMethod.Get, $"device?user_code={code}");
}
