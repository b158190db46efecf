namespace SsoOidc.Tests.SignIn;

public sealed class EnsureSignedInTests : IDisposable
{
    private readonly SignInHarness _harness = new SignInHarness().WithRegistration().WithDeviceAuthorization();

    private static CancellationToken Cancellation => SignInHarness.Cancellation;

    public void Dispose() => _harness.Dispose();

    [Fact]
    public async Task A_cached_token_is_used_as_it_is()
    {
        await _harness.CacheAsync(Cached("2026-01-02T05:00:00Z"));

        Assert.Equal("cached", (await _harness.Login.EnsureSignedInAsync(Cancellation)).AccessToken);

        Assert.Empty(_harness.Service.Calls);
        Assert.Empty(_harness.Prompts);
    }

    [Fact]
    public async Task An_expired_token_is_refreshed_without_the_user()
    {
        _harness.WithToken();
        await _harness.CacheAsync(Cached("2026-01-01T00:00:00Z"));

        Assert.Equal("access-secret", (await _harness.Login.EnsureSignedInAsync(Cancellation)).AccessToken);

        Assert.Equal("refresh_token", Assert.Single(_harness.Service.Calls).Json["grantType"]!.GetValue<string>());
        Assert.Empty(_harness.Prompts);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("""{"accessToken": "cached", "expiresAt": "2026-01-01T00:00:00Z"}""")]
    [InlineData("damaged")]
    public async Task Else_the_user_signs_in(string? cached)
    {
        _harness.WithToken();
        if (cached is not null)
        {
            await _harness.CacheAsync(cached);
        }

        Assert.Equal("access-secret", (await _harness.Login.EnsureSignedInAsync(Cancellation)).AccessToken);

        Assert.Single(_harness.Prompts);
    }

    [Fact]
    public async Task Several_callers_ask_the_user_once()
    {
        _harness.Service.OnError(SignInHarness.Token, "authorization_pending");
        _harness.WithToken();

        Task<SsoToken>[] callers =
        [
            .. Enumerable.Range(0, 10).Select(_ => _harness.Login.EnsureSignedInAsync(Cancellation)),
        ];
        await _harness.Time.PassAsync(1);

        Assert.All(await Task.WhenAll(callers), token => Assert.Equal("access-secret", token.AccessToken));
        Assert.Single(_harness.Prompts);
    }

    [Fact]
    public async Task A_sign_in_that_fails_leaves_it_to_the_next_caller()
    {
        _harness.Service.OnError(SignInHarness.Token, "access_denied");
        _harness.WithToken();

        await Assert.ThrowsAsync<SignInFailedException>(() => _harness.Login.EnsureSignedInAsync(Cancellation));

        Assert.Equal("access-secret", (await _harness.Login.EnsureSignedInAsync(Cancellation)).AccessToken);
        Assert.Equal(2, _harness.Prompts.Count);
    }

    private static string Cached(string expiresAt) =>
        $$"""
            {"accessToken": "cached", "expiresAt": "{{expiresAt}}", "refreshToken": "r", "clientId": "c", "clientSecret": "s",
             "registrationExpiresAt": "2026-03-01T00:00:00Z"}
            """;
}
