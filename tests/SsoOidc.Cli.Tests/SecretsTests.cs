using System.Text.Json.Nodes;

namespace SsoOidc.Cli.Tests;

public class SecretsTests
{
    private static readonly string[] s_secrets = ["accessToken", "refreshToken", "clientSecret"];

    private static readonly string[][] s_runs =
    [
        ["login", "--use-device-code", "--no-browser"],
        ["status"],
        ["status", "--json"],
        ["accounts"],
        ["roles"],
        ["logout"],
    ];

    [Fact]
    public async Task No_command_prints_a_secret_that_was_not_asked_for()
    {
        await using SignedInHome home = await SignedInHome.CreateAsync();
        HashSet<string> secrets = [];
        foreach (string[] run in s_runs)
        {
            secrets.UnionWith(Directory.EnumerateFiles(home.Home.CacheDirectory, "*.json").SelectMany(SecretsIn));
            CliResult result = await home.RunAsync(run);

            Assert.Equal(ExitCode.Success, result.ExitCode);
            Assert.All(secrets, secret => Assert.DoesNotContain(secret, result.Output + result.Error));
        }

        Assert.True(secrets.Count >= s_secrets.Length);
    }

    private static IEnumerable<string> SecretsIn(string file)
    {
        JsonNode entry = JsonNode.Parse(File.ReadAllText(file))!;
        return s_secrets.Select(name => entry[name]?.GetValue<string>()).OfType<string>();
    }
}
