using System.Text.Json.Nodes;
using SsoOidc.Emulator;

namespace SsoOidc.Tests.Emulator;

public sealed class DeviceAuthorizationTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_device_gets_codes_links_and_times()
    {
        await using EmulatorHarness harness = await StartAsync();

        EmulatorResponse started = await harness.StartDeviceAsync(await harness.RegisterAsync());

        string userCode = started.Text("userCode");
        Assert.Matches("^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$", userCode);
        Assert.Equal($"{harness.OwnOrigin}/device", started.Text("verificationUri"));
        Assert.Equal($"{harness.OwnOrigin}/device?user_code={userCode}", started.Text("verificationUriComplete"));
        Assert.Equal(600, started.Number("expiresIn"));
        Assert.Equal(5, started.Number("interval"));
    }

    [Fact]
    public async Task A_code_is_pending_until_approved_and_works_once()
    {
        await using EmulatorHarness harness = await StartAsync();
        JsonObject client = await harness.RegisterAsync();
        EmulatorResponse started = await harness.StartDeviceAsync(client);
        string deviceCode = started.Text("deviceCode");

        EmulatorResponse pending = await harness.PollAsync(client, deviceCode);
        pending.AssertOAuthError("authorization_pending", "AuthorizationPendingException");

        harness.Emulator.Approve(started.Text("userCode"));
        EmulatorResponse tokens = await harness.PollAsync(client, deviceCode);
        Assert.Equal("Bearer", tokens.Text("tokenType"));
        Assert.Equal(8 * 3600, tokens.Number("expiresIn"));
        Assert.NotEqual(tokens.Text("accessToken"), tokens.Text("refreshToken"));

        EmulatorResponse again = await harness.PollAsync(client, deviceCode);
        again.AssertOAuthError("invalid_grant", "InvalidGrantException");
    }

    [Fact]
    public async Task Polling_too_soon_lengthens_the_pause_by_five_seconds_for_good()
    {
        await using EmulatorHarness harness = await StartAsync();
        JsonObject client = await harness.RegisterAsync();
        string deviceCode = (await harness.StartDeviceAsync(client)).Text("deviceCode");

        async Task<string> PollAfterAsync(int seconds)
        {
            harness.Time.Advance(seconds * Second);
            return (await harness.PollAsync(client, deviceCode)).Text("error");
        }

        Assert.Equal("authorization_pending", await PollAfterAsync(0));
        Assert.Equal("authorization_pending", await PollAfterAsync(5));
        Assert.Equal("slow_down", await PollAfterAsync(4));
        Assert.Equal("authorization_pending", await PollAfterAsync(10));
        Assert.Equal("slow_down", await PollAfterAsync(9));
        Assert.Equal("authorization_pending", await PollAfterAsync(15));
    }

    [Theory]
    [InlineData(950, "authorization_pending")]
    [InlineData(949, "slow_down")]
    public async Task A_timer_that_fires_50_milliseconds_early_is_forgiven(int milliseconds, string error)
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        JsonObject client = await harness.RegisterAsync();
        string deviceCode = (await harness.StartDeviceAsync(client)).Text("deviceCode");
        await harness.PollAsync(client, deviceCode);

        harness.Time.Advance(TimeSpan.FromMilliseconds(milliseconds));

        Assert.Equal(error, (await harness.PollAsync(client, deviceCode)).Text("error"));
    }

    [Fact]
    public async Task A_denied_code_stays_denied()
    {
        await using EmulatorHarness harness = await StartAsync();
        JsonObject client = await harness.RegisterAsync();
        EmulatorResponse started = await harness.StartDeviceAsync(client);

        harness.Emulator.Deny(started.Text("userCode"));

        EmulatorResponse denied = await harness.PollAsync(client, started.Text("deviceCode"));
        denied.AssertOAuthError("access_denied", "AccessDeniedException");
        Assert.Throws<InvalidOperationException>(() => harness.Emulator.Approve(started.Text("userCode")));
    }

    [Fact]
    public async Task A_code_expires_to_the_second()
    {
        await using EmulatorHarness harness = await StartAsync();
        JsonObject client = await harness.RegisterAsync();
        EmulatorResponse started = await harness.StartDeviceAsync(client);

        harness.Time.Advance(TimeSpan.FromSeconds(599));
        EmulatorResponse before = await harness.PollAsync(client, started.Text("deviceCode"));
        Assert.Equal("authorization_pending", before.Text("error"));

        harness.Time.Advance(Second);
        EmulatorResponse after = await harness.PollAsync(client, started.Text("deviceCode"));
        after.AssertOAuthError("expired_token", "ExpiredTokenException");
        Assert.Throws<InvalidOperationException>(() => harness.Emulator.Approve(started.Text("userCode")));
    }

    [Fact]
    public async Task A_code_belongs_to_the_client_that_asked_for_it()
    {
        await using EmulatorHarness harness = await StartAsync();
        EmulatorResponse started = await harness.StartDeviceAsync(await harness.RegisterAsync());

        EmulatorResponse stolen = await harness.PollAsync(await harness.RegisterAsync(), started.Text("deviceCode"));

        stolen.AssertOAuthError("invalid_grant", "InvalidGrantException");
    }

    [Fact]
    public async Task A_client_of_another_grant_gets_no_device_code()
    {
        await using EmulatorHarness harness = await StartAsync();
        JsonObject client = await harness.RegisterAsync(request =>
            request["grantTypes"] = new JsonArray("refresh_token")
        );

        EmulatorResponse answer = await harness.StartDeviceAsync(client);

        answer.AssertOAuthError("unauthorized_client", "UnauthorizedClientException");
    }

    [Fact]
    public async Task A_start_URL_that_is_not_listed_is_refused()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync(time => new EmulatorOptions
        {
            TimeProvider = time,
            StartUrls = ["https://other.awsapps.com/start"],
        });

        EmulatorResponse answer = await harness.StartDeviceAsync(await harness.RegisterAsync());

        answer.AssertOAuthError("invalid_request", "InvalidRequestException");
    }

    [Fact]
    public async Task Automatic_approval_needs_nobody()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync(time => new EmulatorOptions
        {
            TimeProvider = time,
            AutoApprove = true,
        });
        JsonObject client = await harness.RegisterAsync();
        EmulatorResponse started = await harness.StartDeviceAsync(client);

        EmulatorResponse tokens = await harness.PollAsync(client, started.Text("deviceCode"));

        Assert.Equal(200, tokens.Status);
    }

    [Fact]
    public async Task An_unknown_user_code_cannot_be_approved()
    {
        await using EmulatorHarness harness = await StartAsync();

        Assert.Throws<ArgumentException>(() => harness.Emulator.Approve("BBBB-BBBB"));
    }

    private static Task<EmulatorHarness> StartAsync() =>
        EmulatorHarness.StartAsync(time => new EmulatorOptions { TimeProvider = time, Interval = 5 * Second });
}
