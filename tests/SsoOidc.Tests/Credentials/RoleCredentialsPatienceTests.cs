using System.Net;
using System.Text.Json.Nodes;
using SsoOidc.Tests.SignIn;
using SsoOidc.Tests.Tokens;
using SsoOidcGen.Runtime;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidc.Tests.Credentials;

/// <summary>Whoever holds valid credentials does not wait, and whoever has none does not wait alone. The clock stands still: what waits for it hangs.</summary>
public sealed class RoleCredentialsPatienceTests : IDisposable
{
    private const string Portal = "/federation/credentials";
    private static readonly TimeSpan s_dueAfter = TimeSpan.FromMinutes(50);

    private readonly RefreshHarness _harness = new();
    private readonly ScriptedStore _cache = new();
    private readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static CancellationToken Cancellation => RefreshHarness.Cancellation;

    private int Requests => _harness.Service.CallsTo(Portal).Count;

    public void Dispose() => _harness.Dispose();

    [Fact]
    public async Task A_hanging_portal_holds_valid_credentials_up_for_five_seconds_and_its_response_is_used_when_it_comes()
    {
        SsoCredentialsProvider provider = await DueAsync();
        TaskCompletionSource written = new(TaskCreationOptions.RunContinuationsAsynchronously);
        AnswerLater("key-2");

        Task<string> first = GetAsync(provider);
        await _harness.Time.PassAsync(5);
        Assert.Equal("key-1", await first);
        Assert.Equal("key-1", await GetAsync(provider));
        _harness.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("key-1", await GetAsync(provider));

        _cache.OnWrite = written.SetResult;
        _answer.SetResult();
        await written.Task;
        Assert.Equal("key-2", await GetAsync(provider));
        Assert.Equal(1, Requests);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.Unauthorized)]
    public async Task An_error_of_the_portal_costs_valid_credentials_nothing_and_is_met_again_after_half_a_minute(
        HttpStatusCode status
    )
    {
        SsoCredentialsProvider provider = await DueAsync();
        _harness.Service.On(Portal, _ => Task.FromResult(new HttpResponseMessage(status)));

        foreach (int seconds in (int[])[0, 29, 1])
        {
            _harness.Time.Advance(TimeSpan.FromSeconds(seconds));
            Assert.Equal("key-1", await GetAsync(provider));
        }

        Assert.Equal(2, Requests);
    }

    [Fact]
    public async Task Credentials_that_end_meanwhile_are_not_handed_out()
    {
        SsoCredentialsProvider provider = await DueAsync();
        _harness.Time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(3));
        AnswerLater("key-2", TimeSpan.FromHours(2));

        Task<string> waiting = GetAsync(provider);
        await _harness.Time.PassAsync(5);
        _answer.SetResult();

        Assert.Equal("key-2", await waiting);
    }

    [Fact]
    public async Task A_thousand_callers_without_credentials_share_one_request()
    {
        SsoCredentialsProvider provider = await SignedInAsync();
        AnswerLater("key-1");

        Task<string>[] callers = [.. Enumerable.Range(0, 1000).Select(_ => GetAsync(provider))];
        _answer.SetResult();

        Assert.All(await Task.WhenAll(callers), key => Assert.Equal("key-1", key));
        Assert.Equal(1, Requests);
        Assert.Equal(1, _cache.Count("read"));
    }

    [Fact]
    public async Task A_thousand_callers_without_credentials_share_one_failure_and_the_next_asks_anew()
    {
        SsoCredentialsProvider provider = await SignedInAsync();
        AnswerLater("", status: HttpStatusCode.InternalServerError);
        Answer("key-2", TimeSpan.FromHours(1));

        Task<string>[] callers = [.. Enumerable.Range(0, 1000).Select(_ => GetAsync(provider))];
        _answer.SetResult();

        foreach (Task<string> caller in callers)
        {
            await Assert.ThrowsAnyAsync<ServiceException>(() => caller);
        }

        Assert.Equal(1, Requests);
        Assert.Equal("key-2", await GetAsync(provider));
    }

    [Fact]
    public async Task A_caller_who_cancels_stops_waiting_and_takes_nothing_from_the_others()
    {
        SsoCredentialsProvider provider = await SignedInAsync();
        AnswerLater("key-1");
        using CancellationTokenSource impatient = new();

        Task<AwsCredentials> first = provider.GetCredentialsAsync(impatient.Token).AsTask();
        Task<string> second = GetAsync(provider);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        _answer.SetResult();

        Assert.Equal("key-1", await second);
        Assert.Equal(1, Requests);
    }

    [Fact]
    public async Task A_cache_that_cannot_be_written_fails_no_call_and_is_reported_once()
    {
        SsoCredentialsProvider provider = await SignedInAsync();
        _cache.MakeReadOnly();
        Answer("key-1", TimeSpan.FromHours(1));
        Answer("key-2", TimeSpan.FromHours(2));

        Assert.Equal("key-1", await GetAsync(provider));
        _harness.Time.Advance(s_dueAfter);
        Assert.Equal("key-2", await GetAsync(provider));

        string warning = Assert.Single(_harness.Warnings);
        Assert.Contains("Read-only file system", warning);
        Assert.Contains("role Admin in account 012345678901", warning);
        Assert.DoesNotContain("secret", warning);
    }

    [Fact]
    public async Task A_cache_that_cannot_be_read_fails_no_call_and_is_reported()
    {
        SsoCredentialsProvider provider = await SignedInAsync();
        _cache.ReadFailure = new UnauthorizedAccessException("Access to the path is denied.");
        Answer("key-1", TimeSpan.FromHours(1));

        Assert.Equal("key-1", await GetAsync(provider));

        Assert.Contains("Access to the path is denied", Assert.Single(_harness.Warnings));
    }

    [Theory]
    [InlineData("stored in")]
    [InlineData("read from")]
    public async Task A_cache_that_fails_is_told_in_two_sentences(string step)
    {
        SsoCredentialsProvider provider = await SignedInAsync();
        IOException failure = new("I/O error.");
        _cache.CommitFailure = step == "stored in" ? failure : null;
        _cache.ReadFailure = step == "read from" ? failure : null;
        Answer("key-1", TimeSpan.FromHours(1));

        await GetAsync(provider);

        string entry = CacheKeys.RoleCredentials(_harness.Session, "012345678901", "Admin");
        Assert.Equal(
            $"The credentials of role Admin in account 012345678901 could not be {step} {entry}: I/O error. They are kept in memory,"
                + " and every process asks the access portal anew until that location can be used.",
            Assert.Single(_harness.Warnings)
        );
    }

    [Fact]
    public async Task A_failure_after_success_is_news_again()
    {
        SsoCredentialsProvider provider = await SignedInAsync();
        foreach (int hours in (int[])[1, 2, 3])
        {
            Answer($"key-{hours}", TimeSpan.FromHours(hours));
        }

        _cache.CommitFailure = new IOException("I/O error");
        await GetAsync(provider);
        _cache.CommitFailure = null;
        _harness.Time.Advance(s_dueAfter);
        await GetAsync(provider);
        _cache.CommitFailure = new IOException("I/O error");
        _harness.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal("key-3", await GetAsync(provider));

        Assert.Equal(2, _harness.Warnings.Count);
    }

    [Fact]
    public async Task The_latest_failure_is_known_until_a_renewal_succeeds()
    {
        SsoCredentialsProvider provider = await DueAsync();
        IRefreshedCredentials refreshed = provider;
        _harness.Service.OnError(Portal, "server_error", HttpStatusCode.InternalServerError);
        Answer("key-2", TimeSpan.FromHours(2));
        Assert.Null(refreshed.LastFailure);

        await GetAsync(provider);
        Assert.IsAssignableFrom<ServiceException>(refreshed.LastFailure);
        _harness.Time.Advance(TimeSpan.FromSeconds(30));
        await GetAsync(provider);

        Assert.Null(refreshed.LastFailure);
    }

    private static async Task<string> GetAsync(SsoCredentialsProvider provider) =>
        (await provider.GetCredentialsAsync(Cancellation)).AccessKeyId;

    /// <summary>The cache holds key-1, which is valid for ten more minutes and so is due.</summary>
    private async Task<SsoCredentialsProvider> DueAsync()
    {
        AwsCredentials credentials = new("key-1", "role-secret", "session-secret")
        {
            Expiration = RecordingTime.Origin.AddHours(1),
        };
        await _cache.WriteAsync(
            CacheKeys.RoleCredentials(_harness.Session, "012345678901", "Admin"),
            RoleCredentialsEntry.ToJson(credentials),
            Cancellation
        );
        SsoCredentialsProvider provider = await SignedInAsync();
        _harness.Time.Advance(s_dueAfter);
        return provider;
    }

    private async Task<SsoCredentialsProvider> SignedInAsync()
    {
        await _harness.WriteAsync(RefreshHarness.Token("token", secondsLeft: 28800));
        return new SsoCredentialsProvider(_harness.Login, "012345678901", "Admin", _cache);
    }

    private void Answer(string key, TimeSpan lifetime) => _harness.Service.On(Portal, Json(key, lifetime));

    private void AnswerLater(string key, TimeSpan? lifetime = null, HttpStatusCode status = HttpStatusCode.OK) =>
        _harness.Service.On(
            Portal,
            async cancellationToken =>
            {
                await _answer.Task.WaitAsync(cancellationToken);
                return new HttpResponseMessage(status)
                {
                    Content = new StringContent(Json(key, lifetime ?? TimeSpan.FromHours(2))),
                };
            }
        );

    private static string Json(string key, TimeSpan lifetime) =>
        new JsonObject
        {
            ["roleCredentials"] = new JsonObject
            {
                ["accessKeyId"] = key,
                ["secretAccessKey"] = "role-secret",
                ["sessionToken"] = "session-secret",
                ["expiration"] = (RecordingTime.Origin + lifetime).ToUnixTimeMilliseconds(),
            },
        }.ToJsonString();
}
