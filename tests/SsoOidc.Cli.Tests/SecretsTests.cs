namespace SsoOidc.Cli.Tests;

public class SecretsTests
{
    private static readonly string[][] s_runs =
    [
        ["login", "--use-device-code", "--no-browser"],
        ["login", "--use-device-code", "--no-browser", "--json"],
        ["status"],
        ["status", "--json"],
        ["accounts"],
        ["roles"],
        ["roles", "--account", "999999999999"],
        ["credentials", "--account", "111111111111", "--role", "NoSuchRole"],
        ["token", "--session", "no-such-session"],
        ["logout"],
        ["token"],
    ];

    [Fact]
    public async Task No_command_prints_a_secret_that_was_not_asked_for()
    {
        await using SignedInHome home = await SignedInHome.CreateAsync();
        SecretWatch watch = new();
        foreach (string[] run in s_runs)
        {
            Learn(watch, home);
            CliResult result = await home.RunAsync(run);

            Learn(watch, home);
            watch.AssertAbsent(result.Output + result.Error, $"The output of {string.Join(' ', run)}");
        }

        Assert.Superset(
            new HashSet<string>(["accessToken", "refreshToken", "clientSecret", "deviceCode"]),
            watch.Names
        );
    }

    /// <summary>From what the tool has kept and sent.</summary>
    private static void Learn(SecretWatch watch, SignedInHome home)
    {
        foreach (string file in Directory.EnumerateFiles(home.Home.CacheDirectory, "*.json"))
        {
            watch.LearnFrom(File.ReadAllText(file));
        }

        foreach (string body in home.Emulator.Requests.Select(request => request.Body))
        {
            watch.LearnFrom(body);
        }
    }
}
