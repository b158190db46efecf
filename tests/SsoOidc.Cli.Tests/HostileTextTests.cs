using System.Text.Json;
using SsoOidc.Emulator;

namespace SsoOidc.Cli.Tests;

/// <summary>Every place that prints, with text that attacks the terminal in everything that comes from elsewhere.</summary>
public class HostileTextTests
{
    // Clears the screen, links elsewhere, renames the window, turns the direction, overwrites and forges a line.
    private const string Hostile =
        "evil\e[2J\e]8;;https://evil.example\e\\x\e]0;t\a\u009B2J\u202Ee\u2066\u200Fi\bj\u007F[bold][/]\r\nerror: forged\t!";

    private const string Error = """{"error":"%","error_description":"%","message":"%"}""";
    private const string Accounts = """{"accountList":[{"accountId":"%","accountName":"%","emailAddress":"%"}]}""";
    private const string Roles = """{"roleList":[{"accountId":"%","roleName":"%"}]}""";
    private const string Address =
        """{"deviceCode":"d","expiresIn":600,"interval":1,"userCode":"%","verificationUri":"%"}""";
    private const string Prompt =
        """{"deviceCode":"d","expiresIn":600,"interval":1,"userCode":"%","verificationUri":"https://a.example/%"}""";

    private static readonly string[] s_login = ["login", "--session", "dev", "--use-device-code", "--no-browser"];
    private static readonly string[] s_roles = ["roles", "--account", "111111111111"];
    private static readonly string[] s_credentials = ["credentials", "--profile", "admin"];

    public static TheoryData<EmulatorOperation, int, string, string[]> Responses =>
        new()
        {
            { EmulatorOperation.RegisterClient, 400, Error, s_login },
            { EmulatorOperation.StartDeviceAuthorization, 400, Error, s_login },
            { EmulatorOperation.StartDeviceAuthorization, 200, Address, s_login },
            { EmulatorOperation.StartDeviceAuthorization, 200, Prompt, s_login },
            { EmulatorOperation.CreateToken, 400, Error, s_login },
            {
                EmulatorOperation.CreateToken,
                400,
                Error.Replace("\"error\":\"%\"", "\"error\":\"access_denied\""),
                s_login
            },
            { EmulatorOperation.ListAccounts, 401, Error, ["accounts"] },
            { EmulatorOperation.ListAccounts, 200, Accounts, ["accounts"] },
            { EmulatorOperation.ListAccountRoles, 400, Error, s_roles },
            { EmulatorOperation.ListAccountRoles, 200, Roles, s_roles },
            { EmulatorOperation.GetRoleCredentials, 400, Error, s_credentials },
            { EmulatorOperation.GetRoleCredentials, 403, "no JSON: %", s_credentials },
        };

    [Theory]
    [MemberData(nameof(Responses))]
    public async Task From_a_server(EmulatorOperation operation, int status, string body, string[] command)
    {
        await using SignedInHome home = await SignedInHome.CreateAsync(signIn: command[0] != "login");
        Fault hostile = new() { Status = status, Body = body.Replace("%", JsonEncodedText.Encode(Hostile).Value) };
        foreach (bool json in (bool[])[false, true])
        {
            if (operation == EmulatorOperation.StartDeviceAuthorization && status == 200)
            {
                home.Emulator.Faults.Add(EmulatorOperation.CreateToken, Fault.OAuth("authorization_pending"));
                if (body == Prompt)
                {
                    home.Emulator.Faults.Add(EmulatorOperation.CreateToken, Fault.OAuth("access_denied", Hostile));
                }
            }

            home.Emulator.Faults.Add(operation, hostile);
            CliResult result = await home.RunAsync(json ? [.. command, "--json"] : command);
            AssertHarmless(result);
            // An address that nobody is sent to is not shown either.
            Assert.Equal(body != Address, (result.Output + result.Error).Contains("evil", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task From_a_page_in_the_browser()
    {
        await using SignedInHome home = await SignedInHome.CreateAsync(signIn: false);
        using ChildProcess login = home.Start("login", "--session", "dev", "--use-browser", "--no-browser");
        Uri page = new(
            (await login.ReadLineAsync(line => line.StartsWith("  http", StringComparison.Ordinal)))!.Trim()
        );
        Dictionary<string, string> query = page.Query[1..]
            .Split('&')
            .Select(pair => pair.Split('='))
            .ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));

        using HttpClient browser = new();
        string text = Uri.EscapeDataString(Hostile);
        await browser.GetStringAsync(
            $"{query["redirect_uri"]}?error={text}&error_description={text}&state={query["state"]}"
        );

        AssertHarmless(await login.WaitAsync());
    }

    [Theory]
    [InlineData("login", "--session", "%")]
    [InlineData("login", "--profile", "%")]
    [InlineData("login", "--start-url", "%", "--region", "%")]
    [InlineData("login", "--start-url", "http://%", "--region", "us-east-1")]
    [InlineData("logout", "--session", "%")]
    [InlineData("token", "--start-url", "https://a.example/%", "--region", "us-east-1")]
    [InlineData("status", "--start-url", "https://a.example/%", "--region", "us-east-1")]
    [InlineData("configure", "--session", "%", "--start-url", "https://a.example/%", "--region", "us-east-1")]
    [InlineData("configure", "--session", "dev", "--start-url", "https://a.example/", "--region", "%")]
    [InlineData("credentials", "--format", "%")]
    [InlineData("completion", "%")]
    [InlineData("emulator", "--port", "%")]
    [InlineData("%")]
    public async Task From_the_command_line(params string[] command)
    {
        await using SignedInHome home = await SignedInHome.CreateAsync(signIn: false);
        string[] hostile = [.. command.Select(word => word.Replace("%", Hostile))];

        AssertHarmless(await home.RunAsync(hostile));
        AssertHarmless(await home.RunAsync([.. hostile, "--json"]));
    }

    // Section headers and values end with their line.
    [Theory]
    [InlineData("[sso-session dev]\nsso_start_url = %\nsso_region = us-east-1", "login")]
    [InlineData("[sso-session dev]\nsso_start_url = https://a.example/%\nsso_region = us-east-1", "token")]
    [InlineData("[sso-session dev]\nsso_start_url = https://a.example/\nsso_region = %", "login")]
    [InlineData("[sso-session dev]\nssooidc_method = %\nsso_start_url = https://a.example/\nsso_region = r", "login")]
    [InlineData("[sso-session '%']\nsso_start_url = https://a.example/\nsso_region = us-east-1", "token")]
    [InlineData("[sso-session '%']\n[sso-session b]", "token")]
    [InlineData("[default]\nsso_session = %", "accounts")]
    [InlineData("%", "status")]
    public async Task From_the_config(string config, string command)
    {
        using TempHome home = new();
        home.WriteConfig(config.Replace("%", Hostile.Replace("\r\n", "")));

        AssertHarmless(await CliProcess.RunAsync(home, [command]));
        AssertHarmless(await CliProcess.RunAsync(home, [command, "--json"]));
    }

    [Fact]
    public async Task From_the_path_of_a_file()
    {
        using TempHome home = new();
        string config = Path.Combine(home.Path, Hostile.Replace('/', '|'));
        File.WriteAllText(config, "[sso-session dev]\n");

        AssertHarmless(await CliProcess.RunAsync(home, ["login"], ("AWS_CONFIG_FILE", config)));
        AssertHarmless(await CliProcess.RunAsync(home, ["login", "--json"], ("AWS_CONFIG_FILE", config)));
    }

    [Theory]
    [InlineData("status")]
    [InlineData("token", "--start-url", "https://a.example/", "--region", "us-east-1")]
    public async Task From_the_token_cache(params string[] command)
    {
        using TempHome home = new();
        Directory.CreateDirectory(home.CacheDirectory);
        SsoSession session = new() { StartUrl = "https://a.example/", Region = "us-east-1" };
        string file = new FileTokenStore(home.CacheDirectory).PathOf(session.TokenName);
        File.WriteAllText(
            file,
            """{"startUrl":"%","region":"%","accessToken":"%","expiresAt":"2100-01-01T00:00:00Z"}""".Replace(
                "%",
                JsonEncodedText.Encode(Hostile).Value
            )
        );

        AssertHarmless(await CliProcess.RunAsync(home, command));
        AssertHarmless(await CliProcess.RunAsync(home, [.. command, "--json"]));
    }

    private static void AssertHarmless(CliResult result)
    {
        string all = result.Output + result.Error;
        Assert.DoesNotContain(all, character => character != '\n' && !SafeText.IsSafe(character));
        Assert.DoesNotContain("error: forged", all.Split('\n').Select(line => line[..Math.Min(line.Length, 13)]));
        Assert.DoesNotContain("bug in", all);
        Assert.InRange(result.ExitCode, ExitCode.Success, ExitCode.SignInRequired);
    }
}
