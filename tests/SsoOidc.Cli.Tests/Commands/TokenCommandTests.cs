using System.Text.Json;

namespace SsoOidc.Cli.Tests.Commands;

public class TokenCommandTests
{
    [Fact]
    public async Task The_token_of_the_cache_is_the_only_line_of_the_output()
    {
        await using SignedInHome home = await SignedInHome.CreateAsync();

        CliResult plain = await home.RunAsync("token", "--session", "dev");
        CliResult json = await home.RunAsync("token", "--profile", "admin", "--json");

        string token = Assert.Single(plain.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        string cached = File.ReadAllText(
            Path.Combine(home.Home.CacheDirectory, "34c6fceca75e456f25e7e99531e2425c6c1de443.json")
        );
        Assert.Contains($"\"accessToken\": \"{token}\"", cached);
        using JsonDocument output = JsonDocument.Parse(json.Output);
        Assert.Equal(token, output.RootElement.GetProperty("accessToken").GetString());
    }

    [Fact]
    public async Task Without_a_token_the_exit_code_asks_to_sign_in_and_the_message_says_how()
    {
        await using SignedInHome home = await SignedInHome.CreateAsync(signIn: false);

        CliResult result = await home.RunAsync("token");

        Assert.Equal(ExitCode.SignInRequired, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Contains("'ssooidc login --session dev'", result.Error);
    }
}
