namespace SsoOidc.Cli.Tests.Rendering;

public class PromptViewTests
{
    private static readonly string s_longUrl =
        $"https://oidc.us-east-1.amazonaws.com/authorize?state={new string('x', 200)}";

    [Fact]
    public void An_address_stays_on_one_line_of_a_narrow_terminal()
    {
        TestConsole terminal = TestConsole.Terminal(width: 40);

        PromptView.Write(terminal.Console, Browser(isOpen: false));

        Assert.Contains($"  {s_longUrl}\n", terminal.Text);
    }

    [Theory]
    [InlineData(true, "Your browser shows the sign-in page.")]
    [InlineData(false, "Open this address in a browser on this machine:")]
    public void Whether_a_browser_was_opened_decides_what_is_to_be_done(bool isOpen, string start)
    {
        TestConsole console = TestConsole.Plain();

        PromptView.Write(console.Console, Browser(isOpen));

        Assert.StartsWith(start, console.Text);
    }

    [Fact]
    public void A_choice_that_was_made_for_the_person_is_explained_first()
    {
        TestConsole console = TestConsole.Plain();

        PromptView.Write(
            console.Console,
            new DeviceAuthorizationPrompt
            {
                VerificationUri = "https://device.example/",
                UserCode = "ABCD-EFGH",
                ExpiresAt = DateTimeOffset.UnixEpoch,
                Explanation = "Signing in with a code because [this] is a test.",
            }
        );

        Assert.StartsWith("Signing in with a code because [this] is a test.\nOpen this address", console.Text);
        Assert.Contains("  https://device.example/\n", console.Text);
        Assert.Contains("code: ABCD-EFGH\n", console.Text);
    }

    [Theory]
    [InlineData(10, "Open this address in any browser, or scan the QR code:", "▀")]
    [InlineData(5000, "Open this address in any browser:", "There is no QR code: the address is too long for one.")]
    public void A_QR_code_that_cannot_be_is_left_out_with_the_reason(int length, string title, string end)
    {
        TestConsole console = TestConsole.Plain();
        string url = $"https://device.example/?{new string('x', length)}";

        PromptView.Write(
            console.Console,
            new DeviceAuthorizationPrompt
            {
                VerificationUri = url,
                UserCode = "ABCD-EFGH",
                ExpiresAt = DateTimeOffset.UnixEpoch,
            }
        );

        Assert.StartsWith($"{title}\n  {url}\n", console.Text);
        Assert.EndsWith(end, console.Text.TrimEnd());
    }

    private static BrowserPrompt Browser(bool isOpen) =>
        new()
        {
            AuthorizationUrl = s_longUrl,
            ExpiresAt = DateTimeOffset.UnixEpoch,
            IsBrowserOpen = isOpen,
        };
}
