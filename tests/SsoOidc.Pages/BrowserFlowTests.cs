using Microsoft.Playwright;
using SsoOidc.Emulator;
using SsoOidc.Pages.Browser;

namespace SsoOidc.Pages;

/// <summary>Signing in with a browser: the emulator's page, and the page that the browser comes back to.</summary>
public sealed class BrowserFlowTests(Chromium chromium)
{
    [Fact]
    public async Task Who_approves_is_signed_in()
    {
        await using Window window = await chromium.OpenAsync();
        await using SignIn signIn = await SignIn.StartAsync(SignInMethod.Browser);
        await window.Page.GotoAsync(signIn.Prompt.Url);
        Assert.Contains("ssooidc-dev asks for sso:account:access", await window.TextAsync());
        await window.AssertFitAsync("authorize-confirm");

        await window.Button("Approve").ClickAsync();

        await Assertions.Expect(window.Heading).ToHaveTextAsync("Signed in");
        Assert.StartsWith(signIn.RedirectUri, window.Page.Url);
        Assert.NotEmpty((await signIn.Token).AccessToken);
        await window.AssertFitAsync("answer-signed-in");
    }

    [Fact]
    public async Task Who_denies_reads_so_on_the_page_and_where_the_sign_in_began()
    {
        await using Window window = await chromium.OpenAsync();
        await using SignIn signIn = await SignIn.StartAsync(SignInMethod.Browser);
        await window.Page.GotoAsync(signIn.Prompt.Url);

        await window.Button("Deny").ClickAsync();

        await Assertions.Expect(window.Heading).ToHaveTextAsync("Not signed in");
        SignInFailedException failure = await Assert.ThrowsAsync<SignInFailedException>(() => signIn.Token);
        Assert.Equal(SignInFailure.Denied, failure.Failure);
        Assert.Contains("The user denied the request", failure.Message);
        Assert.Contains(failure.Message, await window.TextAsync());
        await window.AssertFitAsync("answer-denied");
    }

    [Fact]
    public async Task A_response_to_another_sign_in_is_refused_and_this_one_goes_on()
    {
        await using Window window = await chromium.OpenAsync();
        await using SignIn signIn = await SignIn.StartAsync(SignInMethod.Browser);

        await window.Page.GotoAsync($"{signIn.RedirectUri}?code=stolen&state=wrong");

        await Assertions.Expect(window.Heading).ToHaveTextAsync("Not understood");
        await window.AssertFitAsync("answer-wrong-state");
        await window.Page.GotoAsync(signIn.Prompt.Url);
        await window.Button("Approve").ClickAsync();
        await Assertions.Expect(window.Heading).ToHaveTextAsync("Signed in");
        await signIn.Token;
    }

    [Fact]
    public async Task A_code_that_the_service_refuses_is_told_on_the_page_too()
    {
        await using Window window = await chromium.OpenAsync();
        await using SignIn signIn = await SignIn.StartAsync(SignInMethod.Browser);
        signIn.Emulator.Faults.Add(EmulatorOperation.CreateToken, Fault.OAuth("invalid_grant", "The code is <used>"));
        await window.Page.GotoAsync(signIn.Prompt.Url);

        await window.Button("Approve").ClickAsync();

        await Assertions.Expect(window.Heading).ToHaveTextAsync("Not signed in");
        Assert.Contains("The code is <used>", await window.TextAsync());
        InvalidGrantException failure = await Assert.ThrowsAsync<InvalidGrantException>(() => signIn.Token);
        Assert.Contains("The code is <used>", failure.Message);
        await window.AssertFitAsync("answer-refused");
    }

    [Fact]
    public async Task A_second_answer_is_ignored_even_while_the_first_is_redeemed()
    {
        await using Window first = await chromium.OpenAsync();
        await using Window second = await chromium.OpenAsync();
        await using SignIn signIn = await SignIn.StartAsync(SignInMethod.Browser);
        TimeSpan delay = TimeSpan.FromSeconds(3);
        signIn.Emulator.Faults.Add(EmulatorOperation.CreateToken, new Fault { Delay = delay });
        await first.Page.GotoAsync(signIn.Prompt.Url);
        Task approving = first.Button("Approve").ClickAsync();
        await signIn.Time.TimerAsync(delay);

        PlaywrightException refused = await Assert.ThrowsAsync<PlaywrightException>(() =>
            second.Page.GotoAsync($"{signIn.RedirectUri}?code=other&state=other")
        );
        signIn.Time.Advance(delay);

        Assert.Contains("ERR_CONNECTION_REFUSED", refused.Message);
        await approving;
        await Assertions.Expect(first.Heading).ToHaveTextAsync("Signed in");
        Assert.NotEmpty((await signIn.Token).AccessToken);
    }

    [Theory]
    [InlineData("/", "Nothing here", "answer-nothing-here")]
    [InlineData("/oauth/callback", "Not understood", "answer-not-understood")]
    public async Task Other_addresses_lead_nowhere_and_do_not_disturb(string path, string heading, string name)
    {
        await using Window window = await chromium.OpenAsync();
        await using SignIn signIn = await SignIn.StartAsync(SignInMethod.Browser);

        await window.Page.GotoAsync(new Uri(new Uri(signIn.RedirectUri), path).AbsoluteUri);

        await Assertions.Expect(window.Heading).ToHaveTextAsync(heading);
        await window.AssertFitAsync(name);
        Assert.False(signIn.Token.IsCompleted);
    }

    [Fact]
    public async Task A_client_that_is_not_known_is_told_to_the_person_only()
    {
        await using Window window = await chromium.OpenAsync();
        await using SignIn signIn = await SignIn.StartAsync(SignInMethod.Browser);

        await window.Page.GotoAsync(signIn.Prompt.Url.Replace("client_id=", "client_id=not-"));

        await Assertions.Expect(window.Heading).ToHaveTextAsync("Sign-in not possible");
        await window.AssertFitAsync("authorize-unknown-client");
        Assert.False(signIn.Token.IsCompleted);
    }

    [Fact]
    public async Task A_request_is_decided_only_once()
    {
        await using Window window = await chromium.OpenAsync();
        await using SignIn signIn = await SignIn.StartAsync(SignInMethod.Browser);
        await window.Page.GotoAsync(signIn.Prompt.Url);
        await window.Page.EvaluateAsync("document.querySelector('[name=request]').value += '-decided'");

        await window.Button("Approve").ClickAsync();

        await Assertions.Expect(window.Heading).ToHaveTextAsync("Sign-in not possible");
        await window.AssertFitAsync("authorize-decided");
    }

    [Fact]
    public async Task The_keyboard_is_enough()
    {
        await using Window window = await chromium.OpenAsync();
        await using SignIn signIn = await SignIn.StartAsync(SignInMethod.Browser);
        await window.Page.GotoAsync(signIn.Prompt.Url);

        await window.Page.Keyboard.PressAsync("Tab");
        await Window.AssertFocusIsVisibleAsync(window.Button("Approve"));
        await window.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(window.Heading).ToHaveTextAsync("Signed in");
    }
}
