using Microsoft.Playwright;
using SsoOidc.Pages.Browser;

namespace SsoOidc.Pages;

/// <summary>The page on which a person approves a device, as a browser shows it.</summary>
public sealed class DevicePageTests(Chromium chromium)
{
    [Fact]
    public async Task A_code_typed_in_any_manner_signs_in()
    {
        await using Window window = await chromium.OpenAsync();
        await using SignIn signIn = await SignIn.StartAsync(SignInMethod.DeviceCode);
        await window.Page.GotoAsync(((DeviceAuthorizationPrompt)signIn.Prompt).VerificationUri);
        await window.AssertFitAsync("device-code");

        await TypeAsync(window, signIn.UserCode.ToLowerInvariant().Replace('-', ' '));
        await Assertions.Expect(window.Heading).ToHaveTextAsync("Confirm the request");
        await window.Button("Approve").ClickAsync();
        await Assertions.Expect(window.Heading).ToHaveTextAsync("Request approved");
        await window.AssertFitAsync("device-approved");
        await signIn.PollAsync();

        Assert.NotEmpty((await signIn.Token).AccessToken);
    }

    [Fact]
    public async Task The_complete_link_leaves_nothing_to_type()
    {
        await using Window window = await chromium.OpenAsync();
        await using SignIn signIn = await SignIn.StartAsync(SignInMethod.DeviceCode);
        await window.Page.GotoAsync(signIn.Prompt.Url);

        Assert.Contains(signIn.UserCode, await window.TextAsync());
        await window.AssertFitAsync("device-confirm");
        await window.Button("Approve").ClickAsync();
        await Assertions.Expect(window.Heading).ToHaveTextAsync("Request approved");
        await signIn.PollAsync();

        Assert.NotEmpty((await signIn.Token).AccessToken);
    }

    [Fact]
    public async Task A_wrong_code_is_named_and_can_be_mended()
    {
        await using Window window = await chromium.OpenAsync();
        await using SignIn signIn = await SignIn.StartAsync(SignInMethod.DeviceCode);
        await window.Page.GotoAsync(((DeviceAuthorizationPrompt)signIn.Prompt).VerificationUri);

        await TypeAsync(window, "WRNG-CODE");
        await Assertions
            .Expect(window.Page.GetByRole(AriaRole.Alert))
            .ToContainTextAsync("There is no code WRNG-CODE.");
        await Assertions.Expect(Field(window)).ToHaveValueAsync("WRNG-CODE");
        await Assertions.Expect(Field(window)).ToBeFocusedAsync();
        await window.AssertFitAsync("device-wrong-code");

        await TypeAsync(window, signIn.UserCode);
        await Assertions.Expect(window.Heading).ToHaveTextAsync("Confirm the request");
    }

    [Fact]
    public async Task Who_denies_ends_the_sign_in()
    {
        await using Window window = await chromium.OpenAsync();
        await using SignIn signIn = await SignIn.StartAsync(SignInMethod.DeviceCode);
        await window.Page.GotoAsync(signIn.Prompt.Url);

        await window.Button("Deny").ClickAsync();
        await Assertions.Expect(window.Heading).ToHaveTextAsync("Request denied");
        await window.AssertFitAsync("device-denied");
        await signIn.PollAsync();

        SignInFailedException failure = await Assert.ThrowsAsync<SignInFailedException>(() => signIn.Token);
        Assert.Equal(SignInFailure.Denied, failure.Failure);
    }

    [Fact]
    public async Task A_code_that_has_expired_meanwhile_cannot_be_approved()
    {
        await using Window window = await chromium.OpenAsync();
        await using SignIn signIn = await SignIn.StartAsync(SignInMethod.DeviceCode);
        await window.Page.GotoAsync(signIn.Prompt.Url);
        signIn.Time.Advance(TimeSpan.FromMinutes(10));

        await window.Button("Approve").ClickAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The code has expired.");
        await window.AssertFitAsync("device-expired");

        SignInFailedException failure = await Assert.ThrowsAsync<SignInFailedException>(() => signIn.Token);
        Assert.Equal(SignInFailure.Expired, failure.Failure);
    }

    [Fact]
    public async Task Another_site_cannot_press_the_button()
    {
        await using Window window = await chromium.OpenAsync();
        await using SignIn signIn = await SignIn.StartAsync(SignInMethod.DeviceCode);
        await window.Page.SetContentAsync(
            $"""
            <form method="post" action="{signIn.Emulator.BaseAddress}device">
            <input type="hidden" name="user_code" value="{signIn.UserCode}">
            <button name="decision" value="approve">Win a prize</button>
            </form>
            """
        );

        await window.Button("Win a prize").ClickAsync();
        await Assertions.Expect(window.Heading).ToHaveTextAsync("Not accepted");
        await window.AssertFitAsync("device-not-accepted");

        Assert.False(signIn.Token.IsCompleted);
    }

    [Fact]
    public async Task The_keyboard_is_enough()
    {
        await using Window window = await chromium.OpenAsync();
        await using SignIn signIn = await SignIn.StartAsync(SignInMethod.DeviceCode);
        await window.Page.GotoAsync(((DeviceAuthorizationPrompt)signIn.Prompt).VerificationUri);

        await window.Page.Keyboard.TypeAsync(signIn.UserCode);
        await window.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(window.Heading).ToHaveTextAsync("Confirm the request");
        await window.Page.Keyboard.PressAsync("Tab");
        await Window.AssertFocusIsVisibleAsync(window.Button("Approve"));
        await window.Page.Keyboard.PressAsync("Tab");
        await Window.AssertFocusIsVisibleAsync(window.Button("Deny"));
        await window.Page.Keyboard.PressAsync("Shift+Tab");
        await window.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(window.Heading).ToHaveTextAsync("Request approved");
    }

    private static ILocator Field(Window window) => window.Page.GetByLabel("Code shown by your device");

    private static async Task TypeAsync(Window window, string code)
    {
        await Field(window).FillAsync(code);
        await window.Button("Continue").ClickAsync();
    }
}
