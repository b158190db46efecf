using System.Net;
using SsoOidc.Portal;
using SsoOidc.Tests.SignIn;

namespace SsoOidc.Tests.Credentials;

public sealed class AccessPortalTests : IDisposable
{
    private readonly SignInHarness _harness = new();
    private readonly AccessPortal _portal;

    public AccessPortalTests() => _portal = new AccessPortal(_harness.Login);

    private static CancellationToken Cancellation => SignInHarness.Cancellation;

    public void Dispose() => _harness.Dispose();

    [Fact]
    public async Task Accounts_are_listed_over_all_pages()
    {
        await SignedInAsync();
        _harness.Service.On(
            "/assignment/accounts",
            """{"nextToken": "a=b", "accountList": [{"accountId": "1", "accountName": "One", "emailAddress": "one@example.com"}]}""",
            """{"accountList": [{"accountId": "2", "accountName": "Two"}]}"""
        );

        List<AccountInfo> accounts = await _portal.ListAccountsAsync(Cancellation).ToListAsync(Cancellation);

        Assert.Equal(["One", "Two"], accounts.Select(account => account.AccountName));
        Assert.Equal(["", "?next_token=a%3Db"], _harness.Service.Calls.Select(call => call.Url.Query));
        Assert.All(_harness.Service.Calls, call => Assert.Equal("access-secret", call.BearerToken));
    }

    [Fact]
    public async Task Roles_are_listed_for_an_account()
    {
        await SignedInAsync();
        _harness.Service.On("/assignment/roles", """{"roleList": [{"roleName": "Reader", "accountId": "1"}]}""");

        List<RoleInfo> roles = await _portal.ListRolesAsync("1", Cancellation).ToListAsync(Cancellation);

        Assert.Equal("Reader", Assert.Single(roles).RoleName);
        Assert.Equal("?account_id=1", Assert.Single(_harness.Service.Calls).Url.Query);
    }

    [Fact]
    public async Task A_token_that_the_portal_refuses_means_sign_in_again()
    {
        await SignedInAsync();
        _harness.Service.OnError("/assignment/accounts", "UnauthorizedException", HttpStatusCode.Unauthorized);

        SignInRequiredException exception = await Assert.ThrowsAsync<SignInRequiredException>(async () =>
            await _portal.ListAccountsAsync(Cancellation).ToListAsync(Cancellation)
        );

        Assert.EndsWith(" Sign in again.", exception.Message);
        Assert.Equal("admin", exception.Session.Name);
    }

    [Theory]
    [InlineData("", "secret")]
    [InlineData("key", "")]
    public async Task Credentials_without_a_key_are_none(string key, string secret)
    {
        await SignedInAsync();
        _harness.Service.On(
            "/federation/credentials",
            $$$"""{"roleCredentials": {"accessKeyId": "{{{key}}}", "secretAccessKey": "{{{secret}}}", "expiration": 1767326645000}}"""
        );

        SsoException exception = await Assert.ThrowsAsync<SsoException>(() =>
            _portal.GetRoleCredentialsAsync("1", "Reader", Cancellation)
        );

        Assert.Contains(key.Length == 0 ? "'accessKeyId'" : "'secretAccessKey'", exception.Message);
    }

    [Theory]
    [InlineData("{}", "roleCredentials")]
    [InlineData("""{"roleCredentials": {"secretAccessKey": "s", "expiration": 1}}""", "accessKeyId")]
    [InlineData("""{"roleCredentials": {"accessKeyId": "k", "expiration": 1}}""", "secretAccessKey")]
    [InlineData("""{"roleCredentials": {"accessKeyId": "k", "secretAccessKey": "s"}}""", "expiration")]
    public async Task A_response_that_lacks_a_member_is_told(string response, string member)
    {
        await SignedInAsync();
        _harness.Service.On("/federation/credentials", response);

        SsoException exception = await Assert.ThrowsAsync<SsoException>(() =>
            _portal.GetRoleCredentialsAsync("1", "Reader", Cancellation)
        );

        Assert.Equal(
            $"The service responded to GetRoleCredentials without '{member}'. Check that the endpoint is one of IAM Identity Center.",
            exception.Message
        );
    }

    [Fact]
    public async Task A_refusal_is_told_in_one_sentence()
    {
        await SignedInAsync();
        foreach (string path in (string[])["/assignment/roles", "/federation/credentials"])
        {
            _harness.Service.OnError(path, "UnauthorizedException", HttpStatusCode.Unauthorized);
        }

        SignInRequiredException listing = await Assert.ThrowsAsync<SignInRequiredException>(async () =>
            await _portal.ListRolesAsync("1", Cancellation).ToListAsync(Cancellation)
        );
        SignInRequiredException getting = await Assert.ThrowsAsync<SignInRequiredException>(() =>
            _portal.GetRoleCredentialsAsync("1", "Reader", Cancellation)
        );

        const string Sentence =
            "^The access portal does not accept the token for session 'admin': .*[^.]\\. Sign in again\\.$";
        Assert.Matches(Sentence, listing.Message);
        Assert.Matches(Sentence, getting.Message);
    }

    private Task SignedInAsync() =>
        _harness.CacheAsync(
            """{"region": "us-west-2", "accessToken": "access-secret", "expiresAt": "2026-01-02T11:04:05Z"}"""
        );
}
