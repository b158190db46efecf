using SsoOidc.Emulator;

namespace SsoOidc.Cli.Tests.InProcess;

/// <summary><c>ssooidc configure</c> at a terminal, where somebody is signed in already.</summary>
[Collection(nameof(ProcessHome))]
public sealed class ConfigureDialogTests
{
    private const string StartUrl = "https://d-1234567890.awsapps.com/start";

    [Fact]
    public async Task Every_question_takes_what_is_typed_or_what_is_known()
    {
        await using ProcessHome home = await ProcessHome.CreateAsync();
        ProcessHome.Home.WriteConfig(
            $"[sso-session dev]\nsso_start_url = {StartUrl}\nsso_region = us-east-1\nsso_registration_scopes = sso:account:access\n"
        );
        await ProcessHome.RunAsync("login", "--session", "dev", "--use-device-code", "--no-browser");
        using Spectre.Console.Testing.TestConsole user = Terminal();
        user.Input.PushTextWithEnter("dev");
        user.Input.PushKey(ConsoleKey.Enter);
        user.Input.PushKey(ConsoleKey.Enter);
        user.Input.PushKey(ConsoleKey.DownArrow);
        user.Input.PushKey(ConsoleKey.Enter);
        user.Input.PushKey(ConsoleKey.Enter);
        user.Input.PushTextWithEnter("power");

        (int exitCode, string error) = await ConfigureAsync(user, "configure", "--default-region", "eu-west-1");

        Assert.Equal((ExitCode.Success, ""), (exitCode, error));
        Assert.Contains("Session name: dev", user.Output);
        Assert.Contains($"Start URL ({StartUrl}): {StartUrl}", user.Output);
        Assert.Contains("Region (us-east-1): us-east-1", user.Output);
        Assert.Contains("Account", user.Output);
        Assert.Contains("222222222222  Staging", user.Output);
        Assert.Contains("Role", user.Output);
        Assert.Contains("Profile name (PowerUserAccess-222222222222): power", user.Output);
        Assert.EndsWith(
            $"Wrote [sso-session dev] and [profile power] to {ProcessHome.Home.ConfigFile}.\nSign in with 'ssooidc login --session dev'.\n",
            user.Output.ReplaceLineEndings("\n")
        );
        Assert.Equal(
            $"""
            [sso-session dev]
            sso_start_url = {StartUrl}
            sso_region = us-east-1
            sso_registration_scopes = sso:account:access

            [profile power]
            sso_session = dev
            sso_account_id = 222222222222
            sso_role_name = PowerUserAccess
            region = eu-west-1

            """.ReplaceLineEndings("\n"),
            await File.ReadAllTextAsync(ProcessHome.Home.ConfigFile, TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task The_only_role_of_the_only_account_is_not_asked_for()
    {
        await using ProcessHome home = await ProcessHome.CreateAsync();
        home.Emulator.Faults.Add(
            EmulatorOperation.ListAccounts,
            new Fault { Body = """{"accountList":[{"accountId":"333333333333","accountName":"Production"}]}""" }
        );
        using Spectre.Console.Testing.TestConsole user = Terminal();
        string[] session = ["--session", "dev", "--start-url", StartUrl, "--region", "us-east-1"];
        await ProcessHome.RunAsync(["configure", .. session]);
        await ProcessHome.RunAsync("login", "--session", "dev", "--use-device-code", "--no-browser");

        (int exitCode, string error) = await ConfigureAsync(user, ["configure", .. session, "--profile", "only"]);

        Assert.Equal((ExitCode.Success, ""), (exitCode, error));
        Assert.Equal(
            $"Wrote [sso-session dev] and [profile only] to {ProcessHome.Home.ConfigFile}.\nSign in with 'ssooidc login --session dev'.\n",
            user.Output.ReplaceLineEndings("\n")
        );
        Assert.Contains(
            "[profile only]\nsso_session = dev\nsso_account_id = 333333333333\nsso_role_name = ReadOnlyAccess\n",
            await File.ReadAllTextAsync(ProcessHome.Home.ConfigFile, TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task Whoever_has_no_account_gets_a_session_without_a_profile()
    {
        await using ProcessHome home = await ProcessHome.CreateAsync();
        home.Emulator.Faults.Add(EmulatorOperation.ListAccounts, new Fault { Body = """{"accountList":[]}""" });
        using Spectre.Console.Testing.TestConsole user = Terminal();
        string[] session = ["--session", "dev", "--start-url", StartUrl, "--region", "us-east-1"];
        await ProcessHome.RunAsync(["configure", .. session]);
        await ProcessHome.RunAsync("login", "--session", "dev", "--use-device-code", "--no-browser");

        (int exitCode, _) = await ConfigureAsync(user, ["configure", .. session]);

        Assert.Equal(ExitCode.Success, exitCode);
        Assert.StartsWith($"Wrote [sso-session dev] to {ProcessHome.Home.ConfigFile}.", user.Output);
    }

    private static Spectre.Console.Testing.TestConsole Terminal()
    {
        Spectre.Console.Testing.TestConsole user = new();
        user.Profile.Width = 1000;
        user.Profile.Capabilities.Interactive = true;
        user.Profile.Capabilities.Ansi = true;
        return user;
    }

    private static async Task<(int ExitCode, string Error)> ConfigureAsync(
        Spectre.Console.Testing.TestConsole user,
        params string[] args
    )
    {
        TestConsole error = TestConsole.Plain();
        int exitCode = await CommandLine.RunAsync(
            args,
            new CliHost(new Terminal(user, takesInput: true), error.Console)
        );
        return (exitCode, error.Text);
    }
}
