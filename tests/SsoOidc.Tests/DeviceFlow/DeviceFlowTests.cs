using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SsoOidc.Tests.SignIn;
using SsoOidcGen.Runtime;

namespace SsoOidc.Tests.DeviceFlow;

public sealed class DeviceFlowTests : IDisposable
{
    private readonly SignInHarness _harness = new SignInHarness().WithRegistration();

    private ScriptedService Service => _harness.Service;

    public void Dispose() => _harness.Dispose();

    [Fact]
    public async Task The_requests_are_those_of_the_protocol()
    {
        _harness.WithDeviceAuthorization().WithToken();
        _harness.Session = _harness.Session with { Scopes = ["sso:account:access"] };

        await _harness.Login.SignInAsync(SignInHarness.Cancellation);

        Assert.Equal(
            [
                "POST https://oidc.us-west-2.amazonaws.com/client/register",
                "POST https://oidc.us-west-2.amazonaws.com/device_authorization",
                "POST https://oidc.us-west-2.amazonaws.com/token",
            ],
            Service.Calls.Select(call => $"{call.Method} {call.Url}")
        );
        AssertJson(
            """{"clientName": "ssooidc-admin", "clientType": "public", "scopes": ["sso:account:access"]}""",
            Service.Calls[0]
        );
        AssertJson(
            """{"clientId": "client-1", "clientSecret": "client-secret", "startUrl": "https://d-123.awsapps.com/start"}""",
            Service.Calls[1]
        );
        AssertJson(
            """
            {"clientId": "client-1", "clientSecret": "client-secret", "deviceCode": "device-code-secret",
             "grantType": "urn:ietf:params:oauth:grant-type:device_code"}
            """,
            Service.Calls[2]
        );
    }

    [Fact]
    public async Task The_token_is_cached_as_the_CLI_would()
    {
        _harness.WithDeviceAuthorization().WithToken();

        SsoToken token = await _harness.Login.SignInAsync(SignInHarness.Cancellation);

        const string Cached =
            """{"startUrl": "https://d-123.awsapps.com/start", "region": "us-west-2", "accessToken": "access-secret", "expiresAt": "2026-01-02T11:04:05Z", "clientId": "client-1", "clientSecret": "client-secret", "registrationExpiresAt": "2026-04-02T03:04:05Z", "refreshToken": "refresh-secret"}""";
        byte[]? stored = await _harness.Store.ReadAsync(
            "d033e22ae348aeb5660fc2140aec35850c4da997",
            SignInHarness.Cancellation
        );
        Assert.Equal(Cached, Encoding.UTF8.GetString(stored!));
        Assert.Equal("access-secret", token.AccessToken);
    }

    [Fact]
    public async Task A_code_approved_beforehand_is_shown_and_needs_no_wait()
    {
        _harness.WithDeviceAuthorization().WithToken();

        await _harness.Login.SignInAsync(SignInHarness.Cancellation);

        Assert.Single(_harness.Prompts);
        Assert.Equal([0], Service.CallsTo(SignInHarness.Token).Select(call => call.Seconds));
    }

    [Fact]
    public async Task The_user_is_shown_page_code_and_expiry()
    {
        _harness.WithDeviceAuthorization().Service.OnError(SignInHarness.Token, "authorization_pending");
        _harness.WithToken();

        Task<SsoToken> signIn = _harness.Login.SignInAsync(SignInHarness.Cancellation);
        await _harness.Time.PassAsync(1);
        await signIn;

        DeviceAuthorizationPrompt prompt = Assert.IsType<DeviceAuthorizationPrompt>(Assert.Single(_harness.Prompts));
        Assert.Equal("https://device.example.com/", prompt.VerificationUri);
        Assert.Equal("https://device.example.com/?user_code=ABCD-EFGH", prompt.Url);
        Assert.Equal("ABCD-EFGH", prompt.UserCode);
        Assert.Equal(RecordingTime.Origin.AddSeconds(600), prompt.ExpiresAt);
        Assert.Equal(
            $"DeviceAuthorizationPrompt {{ VerificationUri = https://device.example.com/, UserCode = {Redaction.Text}, ExpiresAt = 2026-01-02 03:14:05Z }}",
            prompt.ToString()
        );
        Assert.False(prompt.IsBrowserOpen);
    }

    [Fact]
    public async Task A_browser_is_opened_with_the_complete_page()
    {
        List<Uri> opened = [];
        _harness.Options = _harness.Options with
        {
            OpenBrowser = (url, _) =>
            {
                opened.Add(url);
                return ValueTask.FromResult(true);
            },
        };
        _harness.WithDeviceAuthorization().Service.OnError(SignInHarness.Token, "authorization_pending");
        _harness.WithToken();

        Task<SsoToken> signIn = _harness.Login.SignInAsync(SignInHarness.Cancellation);
        await _harness.Time.PassAsync(1);
        await signIn;

        Assert.Equal([new Uri("https://device.example.com/?user_code=ABCD-EFGH")], opened);
        Assert.True(Assert.Single(_harness.Prompts).IsBrowserOpen);
    }

    [Theory]
    [InlineData("http://device.example.com/", "https://device.example.com/?user_code=A", "verificationUri ")]
    [InlineData("https://device.example.com/", "http://device.example.com/?user_code=A", "verificationUriComplete")]
    [InlineData("https://device.example.com/", "javascript:alert(1)", "verificationUriComplete")]
    [InlineData("file:///bin/sh", null, "verificationUri ")]
    public async Task An_address_that_is_not_https_is_neither_opened_nor_shown(
        string page,
        string? complete,
        string name
    )
    {
        List<Uri> opened = [];
        _harness.Options = _harness.Options with
        {
            OpenBrowser = (url, _) =>
            {
                opened.Add(url);
                return ValueTask.FromResult(true);
            },
        };
        Service.On(
            SignInHarness.Authorize,
            new JsonObject
            {
                ["deviceCode"] = "d",
                ["userCode"] = "ABCD-EFGH",
                ["expiresIn"] = 600,
                ["verificationUri"] = page,
                ["verificationUriComplete"] = complete,
            }
        );
        Service.OnError(SignInHarness.Token, "authorization_pending");

        SsoException exception = await Assert.ThrowsAsync<SsoException>(() =>
            _harness.Login.SignInAsync(SignInHarness.Cancellation)
        );

        Assert.StartsWith($"The service's {name}", exception.Message);
        Assert.Empty(opened);
        Assert.Empty(_harness.Prompts);
    }

    [Fact]
    public async Task Every_poll_after_the_first_waits_and_slow_down_lengthens_all_later_waits()
    {
        _harness.WithDeviceAuthorization();
        Service
            .OnError(SignInHarness.Token, "authorization_pending")
            .OnError(SignInHarness.Token, "slow_down")
            .OnError(SignInHarness.Token, "authorization_pending")
            .OnError(SignInHarness.Token, "slow_down")
            .OnError(SignInHarness.Token, "authorization_pending");
        _harness.WithToken();

        Task<SsoToken> signIn = _harness.Login.SignInAsync(SignInHarness.Cancellation);
        foreach (int wait in (int[])[1, 6, 6, 11, 11])
        {
            await _harness.Time.PassAsync(wait);
        }

        await signIn;

        Assert.Equal([0, 1, 7, 13, 24, 35], Service.CallsTo(SignInHarness.Token).Select(call => call.Seconds));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"interval\": 0,")]
    public async Task Without_an_interval_five_seconds_pass_between_polls(string interval)
    {
        _harness.WithDeviceAuthorization(interval);
        Service.OnError(SignInHarness.Token, "authorization_pending");
        _harness.WithToken();

        Task<SsoToken> signIn = _harness.Login.SignInAsync(SignInHarness.Cancellation);
        await _harness.Time.PassAsync(5);
        await signIn;

        Assert.Equal([0, 5], Service.CallsTo(SignInHarness.Token).Select(call => call.Seconds));
    }

    [Fact]
    public async Task A_failing_network_only_slows_the_polls_down()
    {
        _harness.WithDeviceAuthorization("\"interval\": 10,");
        Service
            .OnError(SignInHarness.Token, "authorization_pending")
            .OnFailure(SignInHarness.Token)
            .OnError(SignInHarness.Token, "internal_failure", HttpStatusCode.ServiceUnavailable)
            .OnFailure(SignInHarness.Token);
        _harness.WithToken();

        Task<SsoToken> signIn = _harness.Login.SignInAsync(SignInHarness.Cancellation);
        foreach (int wait in (int[])[10, 20, 30, 30])
        {
            await _harness.Time.PassAsync(wait);
        }

        Assert.Equal("access-secret", (await signIn).AccessToken);
    }

    [Fact]
    public async Task It_ends_when_the_code_expires()
    {
        _harness.WithDeviceAuthorization("\"interval\": 5,", expiresIn: 12);
        Service.OnError(SignInHarness.Token, "authorization_pending");

        Task<SsoToken> signIn = _harness.Login.SignInAsync(SignInHarness.Cancellation);
        await _harness.Time.PassAsync(5);
        await _harness.Time.PassAsync(5);
        await _harness.Time.TimerAsync(TimeSpan.FromSeconds(5));
        _harness.Time.Advance(TimeSpan.FromSeconds(1.999));
        Assert.False(signIn.IsCompleted);
        _harness.Time.Advance(TimeSpan.FromSeconds(0.001));

        SignInFailedException exception = await Assert.ThrowsAsync<SignInFailedException>(() => signIn);
        Assert.Equal(SignInFailure.Expired, exception.Failure);
        Assert.Equal([0, 5, 10], Service.CallsTo(SignInHarness.Token).Select(call => call.Seconds));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task A_code_that_comes_expired_is_told_at_once(int expiresIn)
    {
        _harness.WithDeviceAuthorization(expiresIn: expiresIn);
        Service.OnError(SignInHarness.Token, "authorization_pending");

        SignInFailedException exception = await Assert.ThrowsAsync<SignInFailedException>(() =>
            _harness.Login.SignInAsync(SignInHarness.Cancellation)
        );

        Assert.Equal(SignInFailure.Expired, exception.Failure);
    }

    [Fact]
    public async Task Numbers_beyond_reason_are_cut_to_a_day()
    {
        _harness.WithDeviceAuthorization("\"interval\": 2000000000,", expiresIn: 2_000_000_000);
        Service.OnError(SignInHarness.Token, "authorization_pending");
        _harness.WithToken();

        Task<SsoToken> signIn = _harness.Login.SignInAsync(SignInHarness.Cancellation);
        await _harness.Time.PassAsync(24 * 60 * 60);

        SignInFailedException exception = await Assert.ThrowsAsync<SignInFailedException>(() => signIn);
        Assert.Equal(SignInFailure.Expired, exception.Failure);
        Assert.Equal(RecordingTime.Origin.AddDays(1), Assert.Single(_harness.Prompts).ExpiresAt);
    }

    [Fact]
    public async Task It_ends_when_the_code_expires_during_a_poll()
    {
        _harness.WithDeviceAuthorization(expiresIn: 12);
        TaskCompletionSource polling = Hang(SignInHarness.Token);

        Task<SsoToken> signIn = _harness.Login.SignInAsync(SignInHarness.Cancellation);
        await polling.Task;
        _harness.Time.Advance(TimeSpan.FromSeconds(12));

        SignInFailedException exception = await Assert.ThrowsAsync<SignInFailedException>(() => signIn);
        Assert.Equal(SignInFailure.Expired, exception.Failure);
    }

    [Fact]
    public async Task Canceling_a_wait_needs_no_time()
    {
        _harness.WithDeviceAuthorization("\"interval\": 60,");
        Service.OnError(SignInHarness.Token, "authorization_pending");
        using CancellationTokenSource source = new();

        Task<SsoToken> signIn = _harness.Login.SignInAsync(source.Token);
        await _harness.Time.TimerAsync(TimeSpan.FromSeconds(60));
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => signIn);
        Assert.Equal(RecordingTime.Origin, _harness.Time.GetUtcNow());
    }

    [Fact]
    public async Task Canceling_a_poll_needs_no_time()
    {
        _harness.WithDeviceAuthorization();
        TaskCompletionSource polling = Hang(SignInHarness.Token);
        using CancellationTokenSource source = new();

        Task<SsoToken> signIn = _harness.Login.SignInAsync(source.Token);
        await polling.Task;
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => signIn);
        Assert.Equal(RecordingTime.Origin, _harness.Time.GetUtcNow());
    }

    [Theory]
    [InlineData("access_denied", SignInFailure.Denied)]
    [InlineData("expired_token", SignInFailure.Expired)]
    public async Task The_services_no_ends_it(string error, SignInFailure failure)
    {
        _harness.WithDeviceAuthorization();
        Service.OnError(SignInHarness.Token, error);

        SignInFailedException exception = await Assert.ThrowsAsync<SignInFailedException>(() =>
            _harness.Login.SignInAsync(SignInHarness.Cancellation)
        );

        Assert.Equal(failure, exception.Failure);
        Assert.IsAssignableFrom<ServiceException>(exception.InnerException);
    }

    [Fact]
    public async Task Any_other_error_comes_through_as_it_is()
    {
        _harness.WithDeviceAuthorization();
        Service.OnError(SignInHarness.Token, "invalid_grant");

        await Assert.ThrowsAsync<InvalidGrantException>(() => _harness.Login.SignInAsync(SignInHarness.Cancellation));
    }

    [Theory]
    [InlineData("deviceCode")]
    [InlineData("userCode")]
    [InlineData("verificationUri")]
    [InlineData("expiresIn")]
    public async Task A_response_that_lacks_a_member_is_told(string member)
    {
        JsonObject response = new()
        {
            ["deviceCode"] = "d",
            ["userCode"] = "ABCD-EFGH",
            ["expiresIn"] = 600,
            ["verificationUri"] = "https://device.example.com/",
        };
        response.Remove(member);
        Service.On(SignInHarness.Authorize, response);
        _harness.WithToken();

        SsoException exception = await Assert.ThrowsAsync<SsoException>(() =>
            _harness.Login.SignInAsync(SignInHarness.Cancellation)
        );

        Assert.Equal(
            $"The service responded to StartDeviceAuthorization without '{member}'. Check that the endpoint is one of IAM Identity"
                + " Center.",
            exception.Message
        );
    }

    [Fact]
    public async Task Without_a_complete_page_the_plain_one_is_shown()
    {
        Service.On(
            SignInHarness.Authorize,
            """{"deviceCode": "d", "userCode": "A", "expiresIn": 600, "verificationUri": "https://device.example.com/"}"""
        );
        _harness.WithToken();

        await _harness.Login.SignInAsync(SignInHarness.Cancellation);

        Assert.Equal("https://device.example.com/", Assert.Single(_harness.Prompts).Url);
    }

    [Theory]
    [InlineData(
        "access_denied",
        "The sign-in was denied: It is access_denied. Sign in again and approve it, or ask your administrator for access."
    )]
    [InlineData("expired_token", "The sign-in was not approved before its code expired. Sign in again.")]
    public async Task The_services_no_is_told_in_one_sentence(string error, string message)
    {
        _harness.WithDeviceAuthorization();
        Service.OnError(SignInHarness.Token, error);

        SignInFailedException exception = await Assert.ThrowsAsync<SignInFailedException>(() =>
            _harness.Login.SignInAsync(SignInHarness.Cancellation)
        );

        Assert.EndsWith(message, exception.Message);
    }

    private TaskCompletionSource Hang(string path)
    {
        TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Service.On(
            path,
            async token =>
            {
                reached.TrySetResult();
                await Task.Delay(Timeout.Infinite, token);
                throw new InvalidOperationException();
            }
        );
        return reached;
    }

    private static void AssertJson(string expected, ServiceCall call) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), call.Json), call.Body);
}
