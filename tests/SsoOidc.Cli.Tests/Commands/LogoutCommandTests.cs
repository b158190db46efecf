namespace SsoOidc.Cli.Tests.Commands;

public class LogoutCommandTests
{
    [Theory]
    [InlineData]
    [InlineData("--session", "dev")]
    public async Task Signing_out_ends_the_session_at_the_portal_and_removes_the_token(params string[] options)
    {
        await using SignedInHome home = await SignedInHome.CreateAsync();

        CliResult first = await home.RunAsync(["logout", .. options]);
        CliResult second = await home.RunAsync(["logout", .. options]);
        CliResult token = await home.RunAsync("token");

        Assert.Equal("Signed out of 1 session.\n", first.Output);
        Assert.Equal("No session was signed in.\n", second.Output);
        Assert.Equal(ExitCode.SignInRequired, token.ExitCode);
        Assert.Single(home.Emulator.Requests, request => request.Path == "/logout");
    }
}
