using System.Text.Json.Nodes;
using System.Web;
using SsoOidc.Tests.SignIn;

namespace SsoOidc.Tests.BrowserFlow;

public sealed class BrowserFlowTests : IDisposable
{
    private readonly SignInHarness _harness = new SignInHarness().WithRegistration().WithToken();
    private readonly HttpClient _browser = new();
    private Uri? _opened;

    public BrowserFlowTests() => _harness.Options = _harness.Options with { Method = SignInMethod.Browser };

    private static CancellationToken Cancellation => SignInHarness.Cancellation;

    public void Dispose()
    {
        _harness.Dispose();
        _browser.Dispose();
    }

    [Fact]
    public async Task The_requests_are_those_of_the_protocol()
    {
        SsoToken token = await SignInAsync(state => $"code=the-code&state={state}");

        ServiceCall register = _harness.Service.Calls[0];
        AssertJson(
            """
            {"clientName": "ssooidc-admin", "clientType": "public", "scopes": ["sso:account:access"],
             "grantTypes": ["authorization_code", "refresh_token"], "redirectUris": ["http://127.0.0.1/oauth/callback"],
             "issuerUrl": "https://d-123.awsapps.com/start"}
            """,
            register.Json
        );
        Assert.Equal("https://oidc.us-west-2.amazonaws.com/authorize", _opened!.GetLeftPart(UriPartial.Path));
        Assert.Equal("client-1", Parameter("client_id"));
        Assert.Matches("^http://127.0.0.1:[0-9]+/oauth/callback$", Parameter("redirect_uri"));
        Assert.True(Guid.TryParse(Parameter("state"), out _));
        JsonNode exchange = _harness.Service.Calls[1].Json;
        string verifier = exchange["codeVerifier"]!.GetValue<string>();
        Assert.Equal(new Pkce(verifier).Challenge, Parameter("code_challenge"));
        AssertJson(
            $$"""
            {"clientId": "client-1", "clientSecret": "client-secret", "grantType": "authorization_code", "code": "the-code",
             "redirectUri": "{{Parameter("redirect_uri")}}", "codeVerifier": "{{verifier}}"}
            """,
            exchange
        );
        Assert.Equal("access-secret", token.AccessToken);
        Assert.Equal("access-secret", (await _harness.CachedAsync())!["accessToken"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_authorization_endpoint_that_is_not_https_is_neither_opened_nor_shown()
    {
        _harness.Options = _harness.Options with
        {
            Client = _harness.Options.Client with
            {
                Endpoint = new Uri("http://oidc.example.com/"),
                AllowPlainHttp = true,
            },
        };

        SsoException exception = await Assert.ThrowsAsync<SsoException>(() =>
            SignInAsync(state => $"code=c&state={state}")
        );

        Assert.StartsWith("The service's authorization endpoint", exception.Message);
        Assert.Null(_opened);
        Assert.Empty(_harness.Prompts);
    }

    [Fact]
    public async Task The_configured_scopes_are_asked_for()
    {
        _harness.Session = _harness.Session with { Scopes = ["openid", "sso:account:access"] };

        await SignInAsync(state => $"code=c&state={state}");

        Assert.Equal("openid sso:account:access", Parameter("scopes"));
    }

    [Fact]
    public async Task The_person_is_told_what_the_service_says_on_the_page_and_here()
    {
        string page = "";

        SignInFailedException exception = await Assert.ThrowsAsync<SignInFailedException>(() =>
            SignInAsync(
                state => $"error=access_denied&error_description=Not+for+you&state={state}",
                text => page = text
            )
        );

        Assert.Equal(SignInFailure.Denied, exception.Failure);
        Assert.Contains("Not for you", exception.Message);
        Assert.Contains("Not for you", page);
    }

    [Fact]
    public async Task Another_error_is_a_refusal_with_its_name()
    {
        SignInFailedException exception = await Assert.ThrowsAsync<SignInFailedException>(() =>
            SignInAsync(state => $"error=invalid_scope&state={state}")
        );

        Assert.Equal(SignInFailure.Refused, exception.Failure);
        Assert.Contains("invalid_scope", exception.Message);
    }

    [Theory]
    [InlineData("code=stolen-code&state=another")]
    [InlineData("code=stolen-code")]
    [InlineData("error=access_denied")]
    [InlineData("error=access_denied&state=another")]
    public async Task A_response_to_another_sign_in_neither_counts_nor_ends_this_one(string query)
    {
        _harness.Options = _harness.Options with { Prompt = PromptedAsync(out Task<BrowserPrompt> prompted) };
        Task<SsoToken> signIn = _harness.Login.SignInAsync(Cancellation);
        _opened = new Uri((await prompted).Url);

        await AnswerAsync(query, onPage: null);
        await AnswerAsync($"code=the-code&state={Parameter("state")}", onPage: null);
        await signIn;

        ServiceCall exchange = Assert.Single(_harness.Service.CallsTo(SignInHarness.Token));
        Assert.Equal("the-code", exchange.Json["code"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("expired_token", SignInFailure.Expired)]
    [InlineData("access_denied", SignInFailure.Denied)]
    public async Task A_code_that_is_not_good_any_more_is_a_failed_sign_in(string error, SignInFailure failure)
    {
        using SignInHarness harness = new SignInHarness().WithRegistration();
        harness.Service.OnError(SignInHarness.Token, error);

        SignInFailedException exception = await Assert.ThrowsAsync<SignInFailedException>(() =>
            SignInAsync(state => $"code=c&state={state}", harness: harness)
        );

        Assert.Equal(failure, exception.Failure);
        Assert.Contains("Sign in again", exception.Message);
    }

    [Fact]
    public async Task A_code_that_the_service_refuses_is_told_on_the_page_too()
    {
        using SignInHarness harness = new SignInHarness().WithRegistration();
        harness.Service.OnError(SignInHarness.Token, "invalid_grant");
        string page = "";

        await Assert.ThrowsAsync<InvalidGrantException>(() =>
            SignInAsync(state => $"code=c&state={state}", text => page = text, harness)
        );

        Assert.Contains("Not signed in", page);
        Assert.Contains("It is invalid_grant.", page);
    }

    [Fact]
    public async Task A_browser_that_does_not_come_back_may_mean_that_the_client_is_not_known_any_more()
    {
        using CancellationTokenSource source = new();
        using SsoLogin login = new(
            _harness.Session,
            _harness.Options with
            {
                Prompt = (_, _) => new ValueTask(source.CancelAsync()),
            }
        );

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => login.SignInAsync(source.Token));
        await SignInAsync(state => $"code=c&state={state}");

        Assert.Equal(2, _harness.Service.CallsTo(SignInHarness.Register).Count);
    }

    [Fact]
    public async Task Nobody_waits_longer_than_ten_minutes()
    {
        _harness.Options = _harness.Options with { Prompt = PromptedAsync(out Task<BrowserPrompt> prompted) };
        Task<SsoToken> signIn = _harness.Login.SignInAsync(Cancellation);
        BrowserPrompt prompt = await prompted;
        Assert.Equal(RecordingTime.Origin.AddMinutes(10), prompt.ExpiresAt);

        _harness.Time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        Assert.False(signIn.IsCompleted);
        _harness.Time.Advance(TimeSpan.FromSeconds(1));

        SignInFailedException exception = await Assert.ThrowsAsync<SignInFailedException>(() => signIn);
        Assert.Equal(SignInFailure.Expired, exception.Failure);
    }

    [Fact]
    public async Task Canceling_needs_no_time_and_closes_the_port()
    {
        _harness.Options = _harness.Options with { Prompt = PromptedAsync(out Task<BrowserPrompt> prompted) };
        using CancellationTokenSource source = new();
        Task<SsoToken> signIn = _harness.Login.SignInAsync(source.Token);
        _opened = new Uri((await prompted).Url);

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => signIn);
        await Assert.ThrowsAsync<HttpRequestException>(() =>
            _browser.GetAsync(Parameter("redirect_uri"), Cancellation)
        );
    }

    [Fact]
    public async Task The_prompts_text_holds_nothing_of_this_sign_in()
    {
        await SignInAsync(state => $"code=c&state={state}");

        string text = Assert.Single(_harness.Prompts).ToString();

        Assert.DoesNotContain(Parameter("state"), text);
        Assert.DoesNotContain(Parameter("code_challenge"), text);
    }

    [Fact]
    public async Task Its_registration_is_not_that_of_the_device_flow()
    {
        await SignInAsync(state => $"code=c&state={state}");
        _harness.WithDeviceAuthorization();
        using SsoLogin device = new(_harness.Session, _harness.Options with { Method = SignInMethod.DeviceCode });

        await device.SignInAsync(Cancellation);
        await SignInAsync(state => $"code=c&state={state}");

        Assert.Equal(2, _harness.Service.CallsTo(SignInHarness.Register).Count);
    }

    [Theory]
    [InlineData(
        "error=access_denied&error_description=Not+for+you.",
        SignInFailure.Denied,
        "The sign-in was denied: Not for you (access_denied)."
    )]
    [InlineData("error=access_denied", SignInFailure.Denied, "The sign-in was denied: access_denied.")]
    [InlineData("error=invalid_scope", SignInFailure.Refused, "The sign-in was refused: invalid_scope.")]
    public async Task A_refusal_is_told_in_one_sentence(string query, SignInFailure failure, string sentence)
    {
        SignInFailedException exception = await Assert.ThrowsAsync<SignInFailedException>(() =>
            SignInAsync(state => $"{query}&state={state}")
        );

        Assert.Equal(failure, exception.Failure);
        Assert.Equal($"{sentence} Sign in again, or ask your administrator for access.", exception.Message);
    }

    [Fact]
    public async Task The_prompts_text_is_the_page_without_its_query_and_the_end()
    {
        await SignInAsync(state => $"code=c&state={state}");

        SignInPrompt prompt = Assert.Single(_harness.Prompts);
        Assert.Equal(
            "BrowserPrompt { Url = https://oidc.us-west-2.amazonaws.com/authorize, ExpiresAt = 2026-01-02 03:14:05Z }",
            prompt.ToString()
        );
        Assert.Equal(_opened!.AbsoluteUri, prompt.Url);
        Assert.True(prompt.IsBrowserOpen);
        Assert.Null(prompt.Explanation);
    }

    private async Task<SsoToken> SignInAsync(
        Func<string, string> answer,
        Action<string>? onPage = null,
        SignInHarness? harness = null
    )
    {
        harness ??= _harness;
        Task answering = Task.CompletedTask;
        using SsoLogin login = new(
            harness.Session,
            harness.Options with
            {
                Method = SignInMethod.Browser,
                OpenBrowser = (url, _) =>
                {
                    _opened = url;
                    answering = AnswerAsync(answer(Parameter("state")), onPage);
                    return ValueTask.FromResult(true);
                },
            }
        );
        try
        {
            return await login.SignInAsync(Cancellation);
        }
        finally
        {
            await answering;
        }
    }

    private async Task AnswerAsync(string query, Action<string>? onPage)
    {
        using HttpResponseMessage response = await _browser.GetAsync(
            $"{Parameter("redirect_uri")}?{query}",
            Cancellation
        );
        onPage?.Invoke(await response.Content.ReadAsStringAsync(Cancellation));
    }

    private string Parameter(string name) => HttpUtility.ParseQueryString(_opened!.Query)[name]!;

    private static Func<SignInPrompt, CancellationToken, ValueTask> PromptedAsync(out Task<BrowserPrompt> prompted)
    {
        TaskCompletionSource<BrowserPrompt> source = new(TaskCreationOptions.RunContinuationsAsynchronously);
        prompted = source.Task;
        return (prompt, _) =>
        {
            source.SetResult((BrowserPrompt)prompt);
            return ValueTask.CompletedTask;
        };
    }

    private static void AssertJson(string expected, JsonNode actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual.ToJsonString());
}
