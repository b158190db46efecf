namespace SsoOidc.Cli.Tests.Rendering;

public class EmulatorViewTests
{
    [Fact]
    public void The_address_and_the_way_to_use_it_are_said()
    {
        TestConsole console = TestConsole.Plain();

        EmulatorView.Write(console.Console, "http://127.0.0.1:1234");

        Assert.Equal(
            """
            The emulator listens on http://127.0.0.1:1234; Ctrl+C ends it.

            In another terminal:
              export AWS_ENDPOINT_URL=http://127.0.0.1:1234
              ssooidc login --start-url https://d-1234567890.awsapps.com/start --region us-east-1

            """.ReplaceLineEndings("\n"),
            console.Text
        );
    }
}
