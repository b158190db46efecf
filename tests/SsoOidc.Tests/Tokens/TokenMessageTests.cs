using SsoOidcGen.Runtime;

namespace SsoOidc.Tests.Tokens;

/// <summary>What users read when their token cannot be renewed or kept, to the letter.</summary>
public sealed class TokenMessageTests : IDisposable
{
    private readonly RefreshHarness _harness = new();

    private string Entry => _harness.Session.TokenName;

    public void Dispose() => _harness.Dispose();

    [Fact]
    public async Task A_token_without_the_means_to_refresh_it()
    {
        await _harness.WriteAsync(
            RefreshHarness.Token("old", secondsLeft: 0).Replace("refreshToken", "other", StringComparison.Ordinal)
        );

        Assert.Equal(
            "The token for session 'admin' expired at 2026-01-02 03:04:05Z, and it cannot be refreshed. Sign in again.",
            await ProblemAsync()
        );
    }

    [Fact]
    public async Task A_refresh_that_the_service_refuses()
    {
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 0));
        _harness.Service.OnError("/token", "invalid_grant");

        SignInRequiredException exception = await Assert.ThrowsAsync<SignInRequiredException>(_harness.GetAsync);

        Assert.Equal(
            "The token for session 'admin' expired at 2026-01-02 03:04:05Z, and the service refused to refresh it: "
                + $"{exception.InnerException!.Message.TrimEnd('.')}. Sign in again.",
            exception.Message
        );
        Assert.Contains("It is invalid_grant.", exception.Message);
    }

    [Fact]
    public async Task A_refresh_that_the_network_hinders()
    {
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 0));
        _harness.Service.OnFailure("/token");

        Assert.Matches(
            "^The token for session 'admin' expired at 2026-01-02 03:04:05Z, and refreshing it failed: .* Check the network and"
                + " try again\\.$",
            await ProblemAsync()
        );
    }

    [Fact]
    public async Task A_response_that_cannot_be_read_is_no_reason_to_sign_in()
    {
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 0));
        _harness.AnswerAfter(static () => Task.CompletedTask, "<html>");

        Assert.Matches("refreshing it failed: .* Check the network and try again\\.$", await ProblemAsync());
    }

    [Theory]
    [InlineData("""{"expiresIn": 1}""", "without 'accessToken'")]
    [InlineData("""{"accessToken": "a"}""", "without 'expiresIn'")]
    public async Task A_response_that_lacks_a_member(string response, string problem)
    {
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 0));
        _harness.Service.On("/token", response);

        Assert.Equal(
            $"The service responded to CreateToken {problem}. Check that the endpoint is one of IAM Identity Center.",
            await ProblemAsync()
        );
    }

    [Theory]
    [InlineData("""{"accessToken": " ", "expiresIn": 1}""", "an empty access token")]
    [InlineData("""{"accessToken": "a", "expiresIn": 0}""", "an access token that lives 0 seconds")]
    public async Task A_response_that_cannot_be_used(string response, string problem)
    {
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 0));
        _harness.Service.On("/token", response);

        Assert.Equal(
            $"The service responded to CreateToken with {problem}, so nothing that was there before is replaced. Check that the"
                + " endpoint is one of IAM Identity Center, and try again.",
            await ProblemAsync()
        );
    }

    [Fact]
    public async Task A_token_that_lives_a_second_without_a_new_refresh_token()
    {
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 0));
        _harness.Service.On("/token", """{"accessToken": "new", "expiresIn": 1, "refreshToken": " "}""");

        SsoToken token = await _harness.Login.GetTokenAsync(RefreshHarness.Cancellation);

        Assert.Equal(RecordingTime.Origin.AddSeconds(1), token.ExpiresAt);
        Assert.Equal(("new", "refresh-old"), (token.AccessToken, token.RefreshToken));
    }

    [Theory]
    [InlineData("No space left on device")]
    [InlineData("No space left on device.")]
    public async Task A_store_without_room(string problem)
    {
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 0));
        _harness.Store.PrepareFailure = new IOException(problem);

        Assert.Equal(
            $"The token for session 'admin' is not refreshed because the new one could not be stored in {Entry}: No space left on"
                + " device. The session is kept. Make that location writable or free space, and try again.",
            await ProblemAsync()
        );
    }

    [Fact]
    public async Task A_store_that_fails_when_it_counts()
    {
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 0));
        _harness.Service.On("/token", RefreshHarness.Response("new"));
        _harness.Store.CommitFailure = new IOException("I/O error");

        await _harness.GetAsync();

        Assert.Equal(
            $"The new token for session 'admin' could not be stored in {Entry}: I/O error. It is kept in memory and lost with this"
                + " process, and then you have to sign in again. Make that location writable or free space: it is written as soon"
                + " as that is possible.",
            Assert.Single(_harness.Warnings)
        );
    }

    [Fact]
    public async Task An_entry_that_is_no_token()
    {
        await _harness.WriteAsync("{}");

        Assert.Equal(
            $"The cached token for session 'admin' ({Entry}) is invalid: its member 'accessToken' is missing or not a string of"
                + " visible ASCII. Sign in again.",
            await ProblemAsync()
        );
    }

    [Fact]
    public async Task Signing_out_during_a_refresh()
    {
        await _harness.WriteAsync(RefreshHarness.Token("old", secondsLeft: 0));
        _harness.AnswerAfter(
            async () => await _harness.Store.RemoveAsync(Entry, RefreshHarness.Cancellation),
            RefreshHarness.Response("new")
        );

        Assert.Equal(
            "session 'admin' was signed out while its token was being refreshed. Sign in again.",
            await ProblemAsync()
        );
    }

    private async Task<string> ProblemAsync() => (await Assert.ThrowsAnyAsync<SsoException>(_harness.GetAsync)).Message;
}
