using SsoOidc.Emulator;

namespace SsoOidc.Cli.Tests.InProcess;

/// <summary>All that the commands write, in the order in which somebody gets to know the tool.</summary>
[Collection(nameof(ProcessHome))]
public sealed class CommandsTests
{
    private const string StartUrl = "https://d-1234567890.awsapps.com/start";

    private const string Config = """
        [sso-session dev]
        sso_start_url = https://d-1234567890.awsapps.com/start
        sso_region = us-east-1
        sso_registration_scopes = sso:account:access

        [profile admin]
        sso_session = dev
        sso_account_id = 111111111111
        sso_role_name = AdministratorAccess
        region = eu-west-1

        [profile half]
        sso_session = dev

        [profile keys]
        aws_access_key_id = AKIAIOSFODNN7EXAMPLE
        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY

        """;

    private static readonly (string Name, string Value)[] s_misleading =
    [
        ("AWS_PROFILE", "admin"),
        ("AWS_DEFAULT_PROFILE", "keys"),
        ("AWS_SECURITY_TOKEN", "old"),
    ];

    [Fact]
    public async Task Nothing_is_configured()
    {
        await using ProcessHome home = await ProcessHome.CreateAsync();
        Recording recording = new(home);
        await recording.RunAllAsync(
            "status",
            "status --json",
            "login",
            "token --json",
            "login --profile nobody",
            "logout",
            "logout --json",
            $"status --start-url {StartUrl} --region us-east-1",
            $"accounts --start-url {StartUrl} --region us-east-1",
            "credentials",
            "populate",
            $"populate --start-url {StartUrl} --region us-east-1",
            "configure",
            "configure --session dev",
            $"configure --session dev --start-url {StartUrl}",
            $"configure --session dev --start-url {StartUrl} --region us-east-1",
            "configure --session dev --scopes openid,aws --json",
            "configure --session dev --account 111111111111 --role Admin",
            "configure --session dev --account 111111111111 --role Admin --profile a --json",
            "configure --session dev --account 111111111111 --role Admin --profile a --default-region eu-west-1 --output json"
        );

        recording.Add("the config", await ReadAsync(ProcessHome.Home.ConfigFile));
        Snapshot.Matches(recording.ToString(), "SsoOidc.Cli.Tests/InProcess/Configuring.verified.txt");
    }

    [Fact]
    public async Task Somebody_signs_in_looks_around_and_signs_out()
    {
        await using ProcessHome home = await ProcessHome.CreateAsync();
        ProcessHome.Home.WriteConfig(Config);
        Recording recording = new(home);
        await recording.RunAllAsync(
            "token",
            "status --profile admin",
            "login --use-device-code --no-browser",
            "login --use-device-code --no-browser --scopes openid --json",
            "login --use-device-code --no-browser --profile admin",
            "status",
            "whoami --json --session dev",
            "token",
            "token --json --profile admin",
            "accounts",
            "accounts --json",
            "roles",
            "roles --json --account 222222222222",
            "roles --account 999999999999",
            "logout --session dev",
            "logout --session dev --json",
            $"login --start-url {StartUrl} --region us-east-1 --use-device-code --no-browser",
            $"login --start-url {StartUrl} --region us-east-1 --use-device-code --no-browser --json",
            "status",
            "status --json",
            "login --session dev --use-device-code --no-browser --json",
            "logout",
            "login --emulator",
            "login --emulator --json",
            "login --emulator --session dev",
            "status"
        );

        Snapshot.Matches(recording.ToString(), "SsoOidc.Cli.Tests/InProcess/SigningIn.verified.txt");
    }

    [Fact]
    public async Task Credentials_go_to_programs_and_to_the_config()
    {
        await using ProcessHome home = await ProcessHome.CreateAsync();
        ProcessHome.Home.WriteConfig(Config);
        await ProcessHome.RunAsync("login", "--session", "dev", "--use-device-code", "--no-browser");
        Recording recording = new(home);
        await recording.RunAllAsync(
            "credentials --profile admin",
            "credentials --profile admin --format env",
            "credentials --account 222222222222 --role ReadOnlyAccess --format fish",
            "credentials --account 222222222222 --role Nobody",
            "credentials --session dev",
            "credentials --profile half",
            "credentials --profile keys",
            "populate",
            "populate --session dev --json",
            "populate --session dev --write",
            "populate --session dev --write",
            "populate --session dev --name-format {account}.{account-name}.{role} --default-region eu-west-1 --write --json",
            "populate --session dev --name-format {account}.{account-name}.{role} --default-region eu-west-1 --write --json",
            "exec --profile admin -- /nowhere/command",
            $"exec --profile admin -- sh -c env>{ProcessHome.Home.Path}/profile",
            $"exec --account 111111111111 --role ReadOnlyAccess --default-region eu-north-1 -- sh -c env>{ProcessHome.Home.Path}/role",
            "exec --session dev -- true",
            "exec --profile nobody -- true",
            "exec --profile admin -- false",
            $"serve --profile admin --port {home.Emulator.BaseAddress.Port}",
            $"emulator --port {home.Emulator.BaseAddress.Port}"
        );

        foreach ((string name, string? value) in s_misleading)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        await recording.RunAsync($"exec -- sh -c env>{ProcessHome.Home.Path}/default");
        foreach ((string name, _) in s_misleading)
        {
            Environment.SetEnvironmentVariable(name, null);
        }

        recording.Add("the environment of the profile in effect", await ReadVariablesAsync("default"));
        recording.Add("the environment of the profile", await ReadVariablesAsync("profile"));
        recording.Add("the environment of the role", await ReadVariablesAsync("role"));
        recording.Add("the config", await ReadAsync(ProcessHome.Home.ConfigFile));
        Snapshot.Matches(recording.ToString(), "SsoOidc.Cli.Tests/InProcess/Credentials.verified.txt");
    }

    [Fact]
    public async Task The_console_opens_or_shows_its_address()
    {
        await using ProcessHome home = await ProcessHome.CreateAsync();
        ProcessHome.Home.WriteConfig(Config);
        await ProcessHome.RunAsync("login", "--session", "dev", "--use-device-code", "--no-browser");
        Recording recording = new(home);
        string console = $"console --profile admin --federation-endpoint {home.Endpoint}/federation";
        home.Emulator.Faults.Add(
            EmulatorOperation.Unknown,
            new Fault { Body = """{"SigninToken":"a token/+"}""" },
            times: 6
        );
        home.Emulator.Faults.Add(EmulatorOperation.Unknown, new Fault { Body = """{"SigninToken":""}""" });
        home.Emulator.Faults.Add(EmulatorOperation.Unknown, new Fault { Body = """{"SigninToken":7}""" });
        home.Emulator.Faults.Add(EmulatorOperation.Unknown, new Fault { Body = "{}" });
        home.Emulator.Faults.Add(EmulatorOperation.Unknown, new Fault { Body = "<html>" });
        home.Emulator.Faults.Add(EmulatorOperation.Unknown, new Fault { Status = 302 });

        await recording.RunAsync($"{console} --no-browser");
        string request = Uri.UnescapeDataString(home.Emulator.Requests[^1].Query);
        await recording.RunAsync($"{console} --no-browser --json --service s3");
        await recording.RunAsync($"{console} --no-browser --service a/b --default-region cn-north-1");
        Environment.SetEnvironmentVariable("BROWSER", "true");
        await recording.RunAsync(console);
        await recording.RunAsync($"{console} --json");
        Environment.SetEnvironmentVariable("BROWSER", null);
        await recording.RunAsync(
            $"console --account 111111111111 --role ReadOnlyAccess --no-browser --federation-endpoint {home.Endpoint}/federation"
        );
        for (int i = 0; i < 5; i++)
        {
            await recording.RunAsync($"{console} --no-browser");
        }

        await recording.RunAsync("console --profile keys --no-browser");
        await recording.RunAsync("console --profile keys --no-browser --json");
        await recording.RunAsync("console --profile admin --federation-endpoint federation");

        recording.Add("the request", request);
        Snapshot.Matches(recording.ToString(), "SsoOidc.Cli.Tests/InProcess/Console.verified.txt");
    }

    [Fact]
    public async Task Whoever_mistypes_is_told()
    {
        await using ProcessHome home = await ProcessHome.CreateAsync();
        ProcessHome.Home.WriteConfig(Config);
        Recording recording = new(home);
        await recording.RunAllAsync(
            "logni",
            "login --use-browser --use-device-code",
            "login --use-browser --emulator",
            "login --profile admin --session dev",
            $"login --profile admin --start-url {StartUrl} --region us-east-1",
            "login --region us-east-1",
            $"login --start-url {StartUrl} --json",
            "login --session prod",
            "accounts --profile keys",
            "configure --account 111111111111",
            "roles --account",
            "credentials --account 111111111111",
            "credentials --role Admin",
            "credentials --format yaml",
            "credentials --json --format env",
            "credentials --json --format process --profile half",
            "console --account 111111111111",
            "exec",
            "completion tcsh",
            "emulator --port 65536",
            "emulator --port -1",
            "emulator --interval 0s",
            "emulator --refresh-token-reuse never",
            "serve --port x",
            "serve --port 65536"
        );

        Snapshot.Matches(recording.ToString(), "SsoOidc.Cli.Tests/InProcess/Usage.verified.txt");
    }

    [Fact]
    public async Task A_token_that_cannot_be_stored_or_shown_is_a_failure()
    {
        await using ProcessHome home = await ProcessHome.CreateAsync();
        ProcessHome.Home.WriteConfig(Config);
        Recording recording = new(home);
        await ProcessHome.RunAsync("login", "--session", "dev", "--use-device-code", "--no-browser");
        string file = Path.Combine(ProcessHome.Home.CacheDirectory, "34c6fceca75e456f25e7e99531e2425c6c1de443.json");
        string token = await ReadAsync(file);
        string accessToken = token.Split("\"accessToken\": \"")[1].Split('"')[0];
        await File.WriteAllTextAsync(file, token.Replace(accessToken, "a\\u001bb"), Cancellation);
        await recording.RunAsync("token");
        Directory.Delete(ProcessHome.Home.CacheDirectory, recursive: true);
        await File.WriteAllTextAsync(ProcessHome.Home.CacheDirectory, "no folder", Cancellation);
        await recording.RunAsync("login --session dev --use-device-code --no-browser --json");
        await recording.RunAsync($"login --start-url {StartUrl} --region us-east-1 --use-device-code --no-browser");
        File.Delete(ProcessHome.Home.CacheDirectory);
        // Otherwise the process keeps them for the tests that follow.
        await ProcessHome.RunAsync("logout", "--session", "dev");
        await ProcessHome.RunAsync("logout", "--start-url", StartUrl, "--region", "us-east-1");

        Snapshot.Matches(recording.ToString(), "SsoOidc.Cli.Tests/InProcess/Tokens.verified.txt");
    }

    [Fact]
    public async Task A_shell_is_told_what_may_come_next()
    {
        await using ProcessHome home = await ProcessHome.CreateAsync();
        ProcessHome.Home.WriteConfig(Config + "[profile a\u202Eb]\nregion = us-east-1\n");

        Assert.Equal("dev\n", await SuggestAsync("ssooidc login --session "));
        Assert.Equal("admin\nhalf\nkeys\n", await SuggestAsync("ssooidc login --profile "));
        Assert.Equal("admin\n", await SuggestAsync("ssooidc exec --profile ad"));
        Assert.Equal("end-session\nrefuse\n", await SuggestAsync("ssooidc emulator --refresh-token-reuse "));
        ProcessHome.Home.WriteConfig("no section = 1\n[sso-session dev");
        Assert.Equal("\n", await SuggestAsync("ssooidc login --session "));
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("powershell")]
    public async Task A_completion_script_is_the_same_in_JSON(string shell)
    {
        await using ProcessHome home = await ProcessHome.CreateAsync();

        CliResult plain = await ProcessHome.RunAsync("completion", shell);
        CliResult json = await ProcessHome.RunAsync("completion", shell, "--json");

        Assert.Contains("ssooidc", plain.Output);
        using var document = System.Text.Json.JsonDocument.Parse(json.Output);
        Assert.Equal(plain.Output, document.RootElement.GetProperty("script").GetString());
    }

    private static async Task<string> SuggestAsync(string line)
    {
        CliResult result = await ProcessHome.RunAsync($"[suggest:{line.Length}]", line);
        Assert.Equal((ExitCode.Success, ""), (result.ExitCode, result.Error));
        return result.Output;
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Task<string> ReadAsync(string file) => File.ReadAllTextAsync(file, Cancellation);

    private static async Task<string> ReadVariablesAsync(string file) =>
        string.Join(
            '\n',
            (await ReadAsync(Path.Combine(ProcessHome.Home.Path, file)))
                .Split('\n')
                .Where(static line => line.StartsWith("AWS_", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        );
}
