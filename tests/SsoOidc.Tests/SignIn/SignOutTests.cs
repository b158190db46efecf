using System.Net;
using System.Text;
using SsoOidcGen.Runtime;

namespace SsoOidc.Tests.SignIn;

public sealed class SignOutTests : IDisposable
{
    private const string Logout = "/logout";
    private const string Token =
        """{"startUrl": "https://d-1.awsapps.com/start", "region": "eu-west-1", "accessToken": "access-secret", "expiresAt": "2026-01-02T11:04:05Z"}""";

    private readonly TempFolder _home = new();
    private readonly SignInHarness _harness = new();
    private readonly FileTokenStore _tokens;
    private readonly FileTokenStore _roles;

    public SignOutTests()
    {
        _tokens = new FileTokenStore(_home.File("sso"));
        _roles = new FileTokenStore(_home.File("cli"));
        _harness.Options = _harness.Options with { TokenStore = _tokens };
    }

    private static CancellationToken Cancellation => SignInHarness.Cancellation;

    public void Dispose()
    {
        _harness.Dispose();
        _home.Dispose();
    }

    [Fact]
    public async Task One_session_is_ended_at_its_portal_and_forgotten()
    {
        _harness.Service.On(Logout, "{}");
        await WriteAsync(_tokens, _harness.Session.TokenName, Token);
        await WriteAsync(_tokens, "other", Token);

        Assert.True(await _harness.Login.SignOutAsync(Cancellation));

        ServiceCall call = Assert.Single(_harness.Service.Calls);
        Assert.Equal("POST https://portal.sso.eu-west-1.amazonaws.com/logout", $"{call.Method} {call.Url}");
        Assert.Equal("access-secret", call.BearerToken);
        Assert.Equal("", call.Body);
        Assert.Equal(["other"], _tokens.List());
    }

    [Fact]
    public async Task Who_is_not_signed_in_cannot_sign_out() =>
        Assert.False(await _harness.Login.SignOutAsync(Cancellation));

    [Fact]
    public async Task All_sessions_and_their_role_credentials_go_and_everything_else_stays()
    {
        _harness.Service.On(Logout, "{}");
        await WriteAsync(_tokens, "a", Token);
        await WriteAsync(_tokens, "b", Token.Replace("\"region\"", "\"place\"", StringComparison.Ordinal));
        await WriteAsync(
            _tokens,
            "registration",
            """{"clientId": "c", "clientSecret": "s", "expiresAt": "2027-01-01T00:00:00Z"}"""
        );
        await WriteAsync(_tokens, "broken", "{");
        await WriteAsync(_roles, "sso", """{"ProviderType": "sso", "Credentials": {}}""");
        await WriteAsync(_roles, "assumed", """{"Credentials": {}}""");

        int count = await new SsoSignOut(_harness.Options, _roles).SignOutOfAllAsync(Cancellation);

        Assert.Equal(2, count);
        Assert.Equal(["broken", "registration"], _tokens.List());
        Assert.Equal(["assumed"], _roles.List());
        Assert.Single(_harness.Service.Calls);
    }

    [Fact]
    public async Task Role_credentials_go_with_one_session_too()
    {
        _harness.Service.On(Logout, "{}");
        await WriteAsync(_tokens, _harness.Session.TokenName, Token);
        await WriteAsync(_tokens, "other", Token);
        await WriteAsync(_roles, "sso", """{"ProviderType": "sso", "Credentials": {}}""");
        await WriteAsync(_roles, "assumed", """{"Credentials": {}}""");

        Assert.True(await new SsoSignOut(_harness.Options, _roles).SignOutAsync(_harness.Session, Cancellation));

        Assert.Equal(["other"], _tokens.List());
        Assert.Equal(["assumed"], _roles.List());
    }

    [Fact]
    public async Task Signing_out_of_all_waits_for_a_refresh_that_is_under_way()
    {
        _harness.Service.On(Logout, "{}");
        await WriteAsync(_tokens, "a", Token);
        IAsyncDisposable refresh = await _tokens.LockAsync("a", TimeSpan.Zero, Cancellation);

        Task<int> signOut = new SsoSignOut(_harness.Options, _roles).SignOutOfAllAsync(Cancellation);
        await WriteAsync(_tokens, "a", Token.Replace("access-secret", "new-secret", StringComparison.Ordinal));
        Assert.Empty(_harness.Service.Calls);
        await refresh.DisposeAsync();
        await signOut;

        Assert.Equal("new-secret", Assert.Single(_harness.Service.Calls).BearerToken);
        Assert.Empty(_tokens.List());
    }

    [Fact]
    public async Task A_session_that_the_portal_does_not_know_any_more_is_forgotten_too()
    {
        _harness.Service.OnError(Logout, "unauthorized", HttpStatusCode.Unauthorized);
        await WriteAsync(_tokens, _harness.Session.TokenName, Token);

        Assert.True(await _harness.Login.SignOutAsync(Cancellation));

        Assert.Empty(_tokens.List());
    }

    [Fact]
    public async Task A_portal_out_of_reach_leaves_the_token_to_try_again()
    {
        _harness.Service.OnFailure(Logout);
        await WriteAsync(_tokens, _harness.Session.TokenName, Token);

        await Assert.ThrowsAsync<ServiceUnreachableException>(() => _harness.Login.SignOutAsync(Cancellation));
        await Assert.ThrowsAsync<ServiceUnreachableException>(() =>
            new SsoSignOut(_harness.Options, _roles).SignOutOfAllAsync(Cancellation)
        );

        Assert.Equal([_harness.Session.TokenName], _tokens.List());
    }

    [Fact]
    public async Task Where_nothing_was_ever_kept_there_is_nothing_to_do() =>
        Assert.Equal(0, await new SsoSignOut(_harness.Options, _roles).SignOutOfAllAsync(Cancellation));

    [Fact]
    public async Task A_session_that_somebody_else_ends_meanwhile_does_not_count()
    {
        await WriteAsync(_tokens, "a", Token);
        IAsyncDisposable other = await _tokens.LockAsync("a", TimeSpan.Zero, Cancellation);
        Task<int> signOut = new SsoSignOut(_harness.Options, _roles).SignOutOfAllAsync(Cancellation);
        await _tokens.RemoveAsync("a", Cancellation);
        await other.DisposeAsync();

        Assert.Equal(0, await signOut);
        Assert.Empty(_harness.Service.Calls);
    }

    [Fact]
    public async Task Only_files_can_be_listed()
    {
        SsoSignOut signOut = new(_harness.Options with { TokenStore = new MemoryTokenStore() }, _roles);

        var error = await Assert.ThrowsAsync<NotSupportedException>(() => signOut.SignOutOfAllAsync(Cancellation));

        Assert.StartsWith("Only the entries of a FileTokenStore can be listed.", error.Message);
    }

    private static ValueTask WriteAsync(FileTokenStore store, string name, string json) =>
        store.WriteAsync(name, Encoding.UTF8.GetBytes(json), Cancellation);
}
