using System.Net;
using System.Text;
using SsoOidc.Tests.SignIn;

namespace SsoOidc.Tests.Tokens;

public sealed class RefreshTests : IDisposable
{
    private readonly SignInHarness _harness = new();

    private static CancellationToken Cancellation => SignInHarness.Cancellation;

    private ScriptedService Service => _harness.Service;

    public void Dispose() => _harness.Dispose();

    [Theory]
    [InlineData(15 * 60, "old")]
    [InlineData((15 * 60) - 1, "access-secret")]
    public async Task A_token_is_refreshed_when_less_than_a_quarter_of_an_hour_is_left(int secondsLeft, string token)
    {
        await CacheAsync(secondsLeft);
        _harness.WithToken();

        Assert.Equal(token, (await _harness.Login.GetTokenAsync(Cancellation)).AccessToken);
    }

    [Fact]
    public async Task A_missing_token_names_the_session_to_sign_in_to()
    {
        SignInRequiredException exception = await Assert.ThrowsAsync<SignInRequiredException>(() =>
            _harness.Login.GetTokenAsync(Cancellation)
        );

        Assert.Equal("There is no token for session 'admin'. Sign in first.", exception.Message);
        Assert.Equal("admin", exception.Session.Name);
    }

    [Theory]
    [InlineData("invalid_grant")]
    [InlineData("expired_token")]
    [InlineData("access_denied")]
    [InlineData("invalid_client")]
    public async Task A_refused_refresh_of_an_expired_token_says_sign_in_again(string error)
    {
        await CacheAsync(secondsLeft: 0);
        Service.OnError(SignInHarness.Token, error);

        SignInRequiredException exception = await Assert.ThrowsAsync<SignInRequiredException>(() =>
            _harness.Login.GetTokenAsync(Cancellation)
        );

        Assert.Contains($"It is {error}", exception.Message);
        Assert.EndsWith(" Sign in again.", exception.Message);
        AssertNoSecret(exception);
    }

    [Fact]
    public async Task A_network_failure_keeps_a_token_that_is_still_valid()
    {
        await CacheAsync(secondsLeft: 1);
        Service.OnFailure(SignInHarness.Token);

        Assert.Equal("old", (await _harness.Login.GetTokenAsync(Cancellation)).AccessToken);
    }

    [Fact]
    public async Task A_refused_refresh_keeps_a_token_that_is_still_valid()
    {
        await CacheAsync(secondsLeft: 1);
        Service.OnError(SignInHarness.Token, "invalid_grant");

        Assert.Equal("old", (await _harness.Login.GetTokenAsync(Cancellation)).AccessToken);
    }

    [Fact]
    public async Task A_network_failure_with_an_expired_token_is_no_reason_to_sign_in()
    {
        await CacheAsync(secondsLeft: 0);
        Service.OnFailure(SignInHarness.Token);

        SsoException exception = await Assert.ThrowsAsync<SsoException>(() =>
            _harness.Login.GetTokenAsync(Cancellation)
        );

        Assert.Contains("try again", exception.Message);
        AssertNoSecret(exception);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    public async Task A_token_that_cannot_be_refreshed_is_good_until_its_very_end(int secondsLeft, bool isGood)
    {
        await _harness.CacheAsync(Token(secondsLeft).Replace("refreshToken", "noRefreshToken"));

        Exception? exception = await Record.ExceptionAsync(() => _harness.Login.GetTokenAsync(Cancellation));

        Assert.Equal(isGood ? null : typeof(SignInRequiredException), exception?.GetType());
        Assert.Empty(Service.Calls);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(0, 0)]
    public async Task A_refresh_is_tried_until_the_very_end_of_the_registration(int secondsLeft, int calls)
    {
        string end = CacheTimestamp.Format(RecordingTime.Origin.AddSeconds(secondsLeft));
        await _harness.CacheAsync(Token(60).Replace("2026-04-02T03:04:05Z", end));
        _harness.WithToken();

        SsoToken token = await _harness.Login.GetTokenAsync(Cancellation);

        Assert.Equal(calls == 0 ? "old" : "access-secret", token.AccessToken);
        Assert.Equal(calls, Service.Calls.Count);
    }

    [Fact]
    public async Task A_cache_that_cannot_be_locked_does_not_withhold_a_valid_token_and_burns_no_other()
    {
        using TempFolder folder = new();
        FileTokenStore store = new(folder.Path, _harness.Time);
        _harness.Options = _harness.Options with { TokenStore = store };
        await store.WriteAsync(_harness.Session.TokenName, Encoding.UTF8.GetBytes(Token(60)), Cancellation);
        // No file can be made here, as on a read-only disk, where root would not be stopped by permissions.
        Directory.CreateDirectory(folder.File(_harness.Session.TokenName + ".lock"));

        Assert.Equal("old", (await _harness.Login.GetTokenAsync(Cancellation)).AccessToken);
        _harness.Time.Advance(TimeSpan.FromSeconds(60));
        SsoException exception = await Assert.ThrowsAsync<SsoException>(() =>
            _harness.Login.GetTokenAsync(Cancellation)
        );

        Assert.Contains(store.PathOf(_harness.Session.TokenName), exception.Message);
        Assert.Empty(Service.Calls);
    }

    [Fact]
    public async Task After_a_failure_half_a_minute_passes_before_the_next_attempt()
    {
        await CacheAsync(secondsLeft: 300);
        Service.OnFailure(SignInHarness.Token);

        foreach (int seconds in (int[])[0, 29, 1])
        {
            _harness.Time.Advance(TimeSpan.FromSeconds(seconds));
            await _harness.Login.GetTokenAsync(Cancellation);
        }

        Assert.Equal([0, 30], Service.Calls.Select(call => call.Seconds));
    }

    [Fact]
    public async Task An_expired_token_is_never_handed_out_not_even_before_the_next_attempt()
    {
        await CacheAsync(secondsLeft: 20);
        Service.OnFailure(SignInHarness.Token);
        Assert.Equal("old", (await _harness.Login.GetTokenAsync(Cancellation)).AccessToken);

        _harness.Time.Advance(TimeSpan.FromSeconds(20));

        await Assert.ThrowsAsync<SsoException>(() => _harness.Login.GetTokenAsync(Cancellation));
        await Assert.ThrowsAsync<SsoException>(() => _harness.Login.GetTokenAsync(Cancellation));
    }

    [Fact]
    public async Task Many_who_ask_at_once_cause_one_refresh()
    {
        await CacheAsync(secondsLeft: 0);
        _harness.WithToken();
        SsoLogin[] logins = [.. Enumerable.Range(0, 10).Select(_ => new SsoLogin(_harness.Session, _harness.Options))];

        SsoToken[] tokens = await Task.WhenAll(
            logins.Select(login => Task.Run(() => login.GetTokenAsync(Cancellation), Cancellation))
        );

        Assert.All(tokens, token => Assert.Equal("access-secret", token.AccessToken));
        Assert.Single(Service.Calls);
        Array.ForEach(logins, login => login.Dispose());
    }

    [Fact]
    public async Task A_refresh_goes_to_the_region_that_issued_the_token()
    {
        await _harness.CacheAsync(Token(0).Replace("us-west-2", "eu-west-1", StringComparison.Ordinal));
        _harness.WithToken();

        SsoToken token = await _harness.Login.GetTokenAsync(Cancellation);

        Assert.Equal("oidc.eu-west-1.amazonaws.com", Assert.Single(Service.Calls).Url.Host);
        Assert.Equal("eu-west-1", token.Region);
    }

    [Fact]
    public async Task A_server_error_is_no_reason_to_sign_in()
    {
        await CacheAsync(secondsLeft: 0);
        Service.OnError(SignInHarness.Token, "server_error", HttpStatusCode.InternalServerError);

        await Assert.ThrowsAsync<SsoException>(() => _harness.Login.GetTokenAsync(Cancellation));
    }

    private Task CacheAsync(int secondsLeft) => _harness.CacheAsync(Token(secondsLeft));

    private static string Token(int secondsLeft)
    {
        string end = CacheTimestamp.Format(RecordingTime.Origin.AddSeconds(secondsLeft));
        return $$"""
            {"startUrl": "https://d-123.awsapps.com/start", "region": "us-west-2", "accessToken": "old", "expiresAt": "{{end}}",
             "clientId": "client-1", "clientSecret": "client-secret", "registrationExpiresAt": "2026-04-02T03:04:05Z", "refreshToken": "refresh-secret"}
            """;
    }

    private static void AssertNoSecret(Exception exception)
    {
        Assert.DoesNotContain("client-secret", exception.ToString());
        Assert.DoesNotContain("refresh-secret", exception.ToString());
    }
}
