namespace SsoOidc.Cli.Tests.Commands;

public class ExecCommandTests
{
    private const string Show =
        "echo $AWS_ACCESS_KEY_ID $AWS_SESSION_TOKEN $AWS_REGION ${AWS_PROFILE-none}; echo \"$@\"; exit 7";

    [Fact]
    public async Task A_command_gets_credentials_region_and_arguments_and_its_exit_code_is_passed_on()
    {
        await using SignedInHome home = await SignedInHome.CreateAsync();

        CliResult result = await home.RunAsync(
            "exec",
            "--profile",
            "admin",
            "--default-region",
            "eu-west-1",
            "--",
            "sh",
            "-c",
            Show,
            "sh",
            "--json",
            "a b"
        );

        Assert.Equal(7, result.ExitCode);
        Assert.Matches(@"^ASIA\w+ \S+ eu-west-1 none\n--json a b\n$", result.Output);
        Assert.Empty(result.Error);
    }

    [Fact]
    public async Task A_role_needs_no_profile()
    {
        await using SignedInHome home = await SignedInHome.CreateAsync();

        CliResult result = await home.RunAsync(
            "exec",
            "--account",
            "222222222222",
            "--role",
            "ReadOnlyAccess",
            "--",
            "sh",
            "-c",
            "echo $AWS_ACCOUNT_ID"
        );

        Assert.Equal((0, "222222222222\n"), (result.ExitCode, result.Output));
    }

    [Fact]
    public async Task A_command_that_is_not_there_ends_as_in_a_shell()
    {
        await using SignedInHome home = await SignedInHome.CreateAsync();

        CliResult result = await home.RunAsync("exec", "--profile", "admin", "--", "no-such-command");

        Assert.Equal(ExitCode.CommandNotFound, result.ExitCode);
        Assert.Contains("no-such-command", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_session_nothing_is_run()
    {
        await using SignedInHome home = await SignedInHome.CreateAsync(signIn: false);

        CliResult result = await home.RunAsync("exec", "--profile", "admin", "--", "echo", "ran");

        Assert.Equal((ExitCode.SignInRequired, ""), (result.ExitCode, result.Output));
    }

    [Fact]
    public async Task The_command_itself_handles_Ctrl_C()
    {
        await using SignedInHome home = await SignedInHome.CreateAsync();
        using ChildProcess process = home.Start(
            "exec",
            "--profile",
            "admin",
            "--",
            "sh",
            "-c",
            "trap 'exit 9' TERM; echo ready; while :; do sleep 0.05; done"
        );
        await process.ReadLineAsync(static line => line == "ready");

        // What a terminal would send to the command as well reaches the tool alone here, and leaves it waiting.
        process.Interrupt();
        process.Terminate();

        Assert.Equal(9, (await process.WaitAsync()).ExitCode);
    }
}
