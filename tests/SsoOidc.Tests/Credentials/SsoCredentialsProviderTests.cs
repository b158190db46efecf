using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SsoOidc.Tests.SignIn;
using SsoOidcGen.Runtime;

namespace SsoOidc.Tests.Credentials;

public sealed class SsoCredentialsProviderTests : IDisposable
{
    private const string Portal = "/federation/credentials";
    private readonly SignInHarness _harness = new();
    private readonly MemoryTokenStore _cache = new();

    private static CancellationToken Cancellation => SignInHarness.Cancellation;

    public void Dispose() => _harness.Dispose();

    [Fact]
    public async Task The_portal_is_asked_with_the_token_in_its_own_header()
    {
        await SignedInAsync();
        WithCredentials("key-1", TimeSpan.FromHours(1));
        SsoCredentialsProvider provider = Provider();

        AwsCredentials credentials = await provider.GetCredentialsAsync(Cancellation);

        ServiceCall call = Assert.Single(_harness.Service.Calls);
        Assert.Equal("GET", call.Method);
        Assert.Equal(
            "https://portal.sso.us-west-2.amazonaws.com/federation/credentials?role_name=Admin%20Role%2F%C3%A9&account_id=012345678901",
            call.Url.AbsoluteUri
        );
        Assert.Equal("access-secret", call.BearerToken);
        Assert.Equal("", call.Body);
        Assert.Equal(RecordingTime.Origin.AddHours(1), credentials.Expiration);
        Assert.Equal("012345678901", credentials.AccountId);
    }

    [Fact]
    public async Task They_are_cached_in_the_CLIs_form()
    {
        await SignedInAsync();
        WithCredentials("key-1", TimeSpan.FromHours(1));
        SsoCredentialsProvider provider = Provider();

        await provider.GetCredentialsAsync(Cancellation);

        string name = CacheKeys.RoleCredentials(_harness.Session, "012345678901", "Admin Role/é");
        Assert.Equal(
            """{"ProviderType": "sso", "Credentials": {"AccessKeyId": "key-1", "SecretAccessKey": "role-secret", "SessionToken": "session-secret", "Expiration": "2026-01-02T04:04:05Z", "AccountId": "012345678901"}}""",
            Encoding.UTF8.GetString((await _cache.ReadAsync(name, Cancellation))!)
        );
    }

    [Theory]
    [InlineData(45 * 60, "key-1")]
    [InlineData((45 * 60) + 1, "key-2")]
    public async Task They_are_renewed_a_quarter_of_an_hour_before_their_end(int seconds, string key)
    {
        await SignedInAsync();
        WithCredentials("key-1", TimeSpan.FromHours(1));
        WithCredentials("key-2", TimeSpan.FromHours(2));
        SsoCredentialsProvider provider = Provider();
        await provider.GetCredentialsAsync(Cancellation);

        _harness.Time.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(key, (await provider.GetCredentialsAsync(Cancellation)).AccessKeyId);
    }

    [Fact]
    public async Task Another_process_finds_them_in_the_cache()
    {
        await SignedInAsync();
        WithCredentials("key-1", TimeSpan.FromHours(1));
        SsoCredentialsProvider first = Provider();
        SsoCredentialsProvider second = Provider();

        await first.GetCredentialsAsync(Cancellation);
        AwsCredentials credentials = await second.GetCredentialsAsync(Cancellation);

        Assert.Equal("session-secret", credentials.SessionToken);
        Assert.Single(_harness.Service.Calls);
    }

    [Fact]
    public async Task A_failing_renewal_keeps_what_is_still_valid_and_nothing_longer()
    {
        await SignedInAsync();
        WithCredentials("key-1", TimeSpan.FromHours(1));
        _harness.Service.OnFailure(Portal);
        SsoCredentialsProvider provider = Provider();
        await provider.GetCredentialsAsync(Cancellation);

        _harness.Time.Advance(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1));
        Assert.Equal("key-1", (await provider.GetCredentialsAsync(Cancellation)).AccessKeyId);

        _harness.Time.Advance(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<ServiceUnreachableException>(async () =>
            await provider.GetCredentialsAsync(Cancellation)
        );
    }

    [Fact]
    public async Task A_token_that_the_portal_refuses_means_sign_in_again()
    {
        await SignedInAsync();
        _harness.Service.On(
            Portal,
            _ =>
                Task.FromResult(
                    new HttpResponseMessage(HttpStatusCode.Unauthorized)
                    {
                        Headers = { { "x-amzn-ErrorType", "UnauthorizedException" } },
                        Content = new StringContent("""{"message": "Session token not found or invalid"}"""),
                    }
                )
        );
        SsoCredentialsProvider provider = Provider();

        SignInRequiredException exception = await Assert.ThrowsAsync<SignInRequiredException>(async () =>
            await provider.GetCredentialsAsync(Cancellation)
        );

        Assert.Contains("Session token not found or invalid", exception.Message);
        Assert.EndsWith(" Sign in again.", exception.Message);
        Assert.Equal("admin", exception.Session.Name);
        Assert.DoesNotContain("access-secret", exception.ToString());
    }

    private SsoCredentialsProvider Provider() => new(_harness.Login, "012345678901", "Admin Role/é", _cache);

    private Task SignedInAsync() =>
        _harness.CacheAsync(
            """{"region": "us-west-2", "accessToken": "access-secret", "expiresAt": "2026-01-02T11:04:05Z"}"""
        );

    private void WithCredentials(string key, TimeSpan lifetime) =>
        _harness.Service.On(
            Portal,
            new JsonObject
            {
                ["roleCredentials"] = new JsonObject
                {
                    ["accessKeyId"] = key,
                    ["secretAccessKey"] = "role-secret",
                    ["sessionToken"] = "session-secret",
                    ["expiration"] = (RecordingTime.Origin + lifetime).ToUnixTimeMilliseconds(),
                },
            }.ToJsonString()
        );
}
