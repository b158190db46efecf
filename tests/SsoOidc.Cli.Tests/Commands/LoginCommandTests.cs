using SsoOidc.Emulator;

namespace SsoOidc.Cli.Tests.Commands;

public class LoginCommandTests
{
    private static readonly string[] s_login = ["login", "--session", "dev", "--use-device-code", "--no-browser"];

    [Fact]
    public async Task The_only_session_need_not_be_named()
    {
        await using SignedInHome home = await SignedInHome.CreateAsync(signIn: false);

        CliResult result = await home.RunAsync("login", "--use-device-code", "--no-browser");

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Contains("You are signed in to dev ", result.Output);
        // The cache file of AWS CLI v2: the SHA-1 of the session's name.
        Assert.True(
            File.Exists(Path.Combine(home.Home.CacheDirectory, "34c6fceca75e456f25e7e99531e2425c6c1de443.json"))
        );
    }

    [Fact]
    public async Task A_browser_that_follows_the_address_ends_the_sign_in()
    {
        await using SignedInHome home = await SignedInHome.CreateAsync(signIn: false);
        using ChildProcess login = home.Start("login", "--session", "dev", "--use-browser", "--no-browser");
        string? line = await login.ReadLineAsync(line => line.StartsWith("  http", StringComparison.Ordinal));

        using HttpClient browser = new();
        string page = await browser.GetStringAsync(line!.Trim());
        CliResult result = await login.WaitAsync();

        Assert.Contains("</html>", page);
        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Contains("You are signed in to dev ", result.Output);
    }

    [Fact]
    public async Task BROWSER_is_a_list_of_commands_with_arguments_that_no_shell_reads()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such variable.");
            return;
        }

        await using SignedInHome home = await SignedInHome.CreateAsync(signIn: false);
        home.Emulator.Faults.Add(EmulatorOperation.CreateToken, Fault.OAuth("authorization_pending"));
        string file = Path.Combine(home.Home.Path, "opened");
        string browser = Path.Combine(home.Home.Path, "my browser");
        File.WriteAllText(browser, $"#!/bin/sh\nprintf '%s\\n' \"$@\" > '{file}'\n");
        File.SetUnixFileMode(browser, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        CliResult result = await CliProcess.RunAsync(
            home.Home,
            ["login", "--session", "dev", "--use-device-code"],
            ("AWS_ENDPOINT_URL", home.Emulator.BaseAddress.AbsoluteUri),
            ("BROWSER", $"/nowhere/first %s:'{browser}' $(id) --url=%s ;echo:{browser}")
        );

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Contains("Your browser shows the sign-in page.", result.Output);
        string[] arguments = File.ReadAllLines(file);
        Assert.Equal(["$(id)", ";echo"], [arguments[0], arguments[2]]);
        Assert.StartsWith($"--url={home.Emulator.BaseAddress}device?user_code=", arguments[1]);
    }

    [Fact]
    public async Task Ctrl_C_cancels_a_sign_in_that_waits()
    {
        await using SsoOidcEmulator emulator = await SsoOidcEmulator.StartAsync();
        using TempHome home = new();
        using ChildProcess login = CliProcess.Start(
            home,
            ["login", "--start-url", "https://d-1234567890.awsapps.com/start", "--region", "us-east-1", "--no-browser"],
            ("AWS_ENDPOINT_URL", emulator.BaseAddress.AbsoluteUri)
        );
        await login.ReadLineAsync(line => line.StartsWith("Waiting", StringComparison.Ordinal));

        login.Interrupt();
        CliResult result = await login.WaitAsync();

        Assert.Equal(ExitCode.Canceled, result.ExitCode);
    }

    [Fact]
    public async Task A_denied_sign_in_fails_with_a_way_on()
    {
        await using SignedInHome home = await SignedInHome.CreateAsync(signIn: false);
        home.Emulator.Faults.Add(EmulatorOperation.CreateToken, Fault.OAuth("access_denied"));

        CliResult result = await home.RunAsync(s_login);

        Assert.Equal(ExitCode.Failed, result.ExitCode);
        Assert.StartsWith("error: The sign-in was denied: ", result.Error);
        Assert.EndsWith("Sign in again and approve it, or ask your administrator for access.\n", result.Error);
    }

    [Theory]
    [InlineData(200, "<html>", "Check that the endpoint is one of IAM Identity Center, then try again.")]
    [InlineData(403, "<html>", "Check start URL, region and what was asked for; the service refused.")]
    [InlineData(503, "<html>", "Try again in a minute.")]
    public async Task A_service_that_fails_leaves_a_way_on(int status, string body, string next)
    {
        await using SignedInHome home = await SignedInHome.CreateAsync(signIn: false);
        home.Emulator.Faults.Add(
            EmulatorOperation.RegisterClient,
            new Fault { Status = status, Body = body },
            times: 3
        );

        CliResult result = await home.RunAsync(s_login);

        Assert.Equal(ExitCode.Failed, result.ExitCode);
        Assert.StartsWith("error: RegisterClient", result.Error);
        Assert.EndsWith($"\n{next}\n", result.Error);
    }

    [Fact]
    public async Task A_session_that_is_not_configured_is_named_with_the_file_to_mend()
    {
        await using SignedInHome home = await SignedInHome.CreateAsync(signIn: false);

        CliResult result = await home.RunAsync("login", "--session", "prod");

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Contains($"[sso-session prod] in {home.Home.ConfigFile}", result.Error);
        Assert.Contains("dev", result.Error);
    }

    [Theory]
    [InlineData("--start-url", "https://d-1.awsapps.com/start")]
    [InlineData("--region", "us-east-1")]
    [InlineData("--profile", "a", "--session", "b")]
    public async Task Options_that_do_not_fit_together_are_refused(params string[] options)
    {
        using TempHome home = new();

        CliResult result = await CliProcess.RunAsync(home, ["login", .. options]);

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Contains($"'{options[0]}'", result.Error);
    }
}
