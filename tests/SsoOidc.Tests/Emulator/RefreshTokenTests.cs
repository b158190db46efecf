using System.Text.Json.Nodes;
using SsoOidc.Emulator;

namespace SsoOidc.Tests.Emulator;

public sealed class RefreshTokenTests
{
    [Fact]
    public async Task A_refresh_replaces_both_tokens_and_the_old_access_token_stays_valid()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        JsonObject client = await harness.RegisterAsync();
        EmulatorResponse first = await harness.SignInAsync(client);

        EmulatorResponse second = await harness.RefreshAsync(client, first.Text("refreshToken"));

        Assert.NotEqual(first.Text("accessToken"), second.Text("accessToken"));
        Assert.NotEqual(first.Text("refreshToken"), second.Text("refreshToken"));
        Assert.Equal(200, (await harness.PortalAsync("assignment/accounts", first.Text("accessToken"))).Status);
        Assert.Equal(200, (await harness.PortalAsync("assignment/accounts", second.Text("accessToken"))).Status);
    }

    [Fact]
    public async Task Using_a_replaced_refresh_token_ends_the_sign_in()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        JsonObject client = await harness.RegisterAsync();
        EmulatorResponse first = await harness.SignInAsync(client);
        EmulatorResponse second = await harness.RefreshAsync(client, first.Text("refreshToken"));

        EmulatorResponse replayed = await harness.RefreshAsync(client, first.Text("refreshToken"));

        replayed.AssertOAuthError("invalid_grant", "InvalidGrantException");
        EmulatorResponse successor = await harness.RefreshAsync(client, second.Text("refreshToken"));
        successor.AssertOAuthError("invalid_grant", "InvalidGrantException");
        Assert.Equal(401, (await harness.PortalAsync("assignment/accounts", second.Text("accessToken"))).Status);
    }

    [Fact]
    public async Task Reuse_can_be_refused_without_ending_the_session()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync(time => new EmulatorOptions
        {
            TimeProvider = time,
            ReuseEndsSession = false,
        });
        JsonObject client = await harness.RegisterAsync();
        EmulatorResponse first = await harness.SignInAsync(client);
        EmulatorResponse second = await harness.RefreshAsync(client, first.Text("refreshToken"));

        EmulatorResponse replayed = await harness.RefreshAsync(client, first.Text("refreshToken"));

        replayed.AssertOAuthError("invalid_grant", "InvalidGrantException");
        Assert.Equal(200, (await harness.RefreshAsync(client, second.Text("refreshToken"))).Status);
        Assert.Equal(200, (await harness.PortalAsync("assignment/accounts", first.Text("accessToken"))).Status);
    }

    [Fact]
    public async Task Without_rotation_the_answer_brings_no_refresh_token_and_the_old_one_goes_on()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync(time => new EmulatorOptions
        {
            TimeProvider = time,
            RotateRefreshTokens = false,
        });
        JsonObject client = await harness.RegisterAsync();
        string refreshToken = (await harness.SignInAsync(client)).Text("refreshToken");

        EmulatorResponse refreshed = await harness.RefreshAsync(client, refreshToken);

        Assert.False(refreshed.Json.ContainsKey("refreshToken"));
        Assert.Equal(200, (await harness.RefreshAsync(client, refreshToken)).Status);
    }

    [Fact]
    public async Task A_client_without_scope_and_grant_gets_no_refresh_token()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();

        EmulatorResponse tokens = await harness.SignInAsync(
            await harness.RegisterAsync(request => request.Remove("scopes"))
        );

        Assert.False(tokens.Json.ContainsKey("refreshToken"));
    }

    [Fact]
    public async Task A_refresh_token_expires_and_belongs_to_one_client()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync(time => new EmulatorOptions
        {
            TimeProvider = time,
            RefreshTokenLifetime = TimeSpan.FromDays(1),
        });
        JsonObject client = await harness.RegisterAsync();
        string refreshToken = (await harness.SignInAsync(client)).Text("refreshToken");

        EmulatorResponse stolen = await harness.RefreshAsync(await harness.RegisterAsync(), refreshToken);
        stolen.AssertOAuthError("invalid_grant", "InvalidGrantException");

        harness.Time.Advance(TimeSpan.FromDays(1));
        EmulatorResponse expired = await harness.RefreshAsync(client, refreshToken);
        expired.AssertOAuthError("invalid_grant", "InvalidGrantException");
        Assert.Equal("The refresh token has expired", expired.Text("error_description"));
    }

    [Fact]
    public async Task An_administrator_ends_all_sessions()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        JsonObject client = await harness.RegisterAsync();
        EmulatorResponse tokens = await harness.SignInAsync(client);

        harness.Emulator.EndAllSessions();

        Assert.Equal(401, (await harness.PortalAsync("assignment/accounts", tokens.Text("accessToken"))).Status);
        EmulatorResponse refused = await harness.RefreshAsync(client, tokens.Text("refreshToken"));
        refused.AssertOAuthError("invalid_grant", "InvalidGrantException");
    }

    [Fact]
    public async Task A_session_whose_access_token_has_expired_can_still_be_ended()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        JsonObject client = await harness.RegisterAsync();
        EmulatorResponse tokens = await harness.SignInAsync(client);
        harness.Time.Advance(TimeSpan.FromHours(8));

        harness.Emulator.EndAllSessions();

        EmulatorResponse refused = await harness.RefreshAsync(client, tokens.Text("refreshToken"));
        refused.AssertOAuthError("invalid_grant", "InvalidGrantException");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData((10_000 * 86_400) + 1)]
    public void A_lifetime_that_cannot_be_reported_is_refused(double seconds)
    {
        ArgumentOutOfRangeException exception = Assert.Throws<ArgumentOutOfRangeException>(() =>
            new EmulatorOptions { AccessTokenLifetime = TimeSpan.FromSeconds(seconds) }
        );

        Assert.Equal(nameof(EmulatorOptions.AccessTokenLifetime), exception.ParamName);
    }

    [Fact]
    public async Task An_unknown_grant_type_and_one_not_registered_differ()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        JsonObject client = await harness.RegisterAsync();

        EmulatorResponse unknown = await harness.PostAsync(
            "token",
            EmulatorHarness.With(client, ("grantType", "password"))
        );
        unknown.AssertOAuthError("unsupported_grant_type", "UnsupportedGrantTypeException");

        EmulatorResponse unregistered = await harness.PostAsync(
            "token",
            EmulatorHarness.With(client, ("grantType", "authorization_code"))
        );
        unregistered.AssertOAuthError("unauthorized_client", "UnauthorizedClientException");
    }
}
