using System.Text.Json.Nodes;
using SsoOidcGen.Runtime;

namespace SsoOidc.Interop.AwsCli;

/// <summary>Credentials of a role, cached by one and used by the other, or handed over by <c>credential_process</c>.</summary>
public class RoleCredentialsTests
{
    [Theory]
    [InlineData("role")]
    [InlineData("legacy")]
    public async Task What_the_CLI_cached_is_used_here(string profile)
    {
        await using SharedHome home = await SharedHome.CreateAsync();
        using SsoLogin login = await SignInAsync(home, profile);

        JsonNode theirs = await home.ExportAsync(profile);
        AwsCredentials ours = await CredentialsAsync(home, login);

        AssertSame(theirs, ours);
    }

    [Theory]
    [InlineData("role")]
    [InlineData("legacy")]
    public async Task What_was_cached_here_is_used_by_the_CLI(string profile)
    {
        await using SharedHome home = await SharedHome.CreateAsync();
        using SsoLogin login = await SignInAsync(home, profile);

        AwsCredentials ours = await CredentialsAsync(home, login);
        JsonNode theirs = await home.ExportAsync(profile);

        AssertSame(theirs, ours);
    }

    [Fact]
    public async Task A_credential_process_gives_them_to_the_CLI()
    {
        await using SharedHome home = await SharedHome.CreateAsync();
        using SsoLogin login = await SignInAsync(home, "role");

        JsonNode theirs = await home.ExportAsync("process");

        AssertSame(theirs, await CredentialsAsync(home, login));
    }

    [Fact]
    public async Task A_credential_process_gives_them_to_boto3()
    {
        await using SharedHome home = await SharedHome.CreateAsync();
        using SsoLogin login = await SignInAsync(home, "role");

        JsonNode found = await home.ReadInBoto3Async("process");

        Assert.Equal("custom-process", found["method"]!.GetValue<string>());
        Assert.Equal((await CredentialsAsync(home, login)).SessionToken, found["sessionToken"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_credential_process_that_fails_says_in_the_CLI_how_to_sign_in()
    {
        await using SharedHome home = await SharedHome.CreateAsync();

        using ChildProcess aws = home.StartAws("configure", "export-credentials", "--profile", "process");
        CliResult result = await aws.WaitAsync();

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("'ssooidc login --session dev'", result.Error);
    }

    private static async Task<SsoLogin> SignInAsync(SharedHome home, string profile)
    {
        SsoLogin login = home.CreateLogin(profile);
        await login.SignInAsync();
        return login;
    }

    private static async Task<AwsCredentials> CredentialsAsync(SharedHome home, SsoLogin login)
    {
        SsoCredentialsProvider provider = new(login, SharedHome.AccountId, SharedHome.RoleName, home.RoleCredentials);
        return await provider.GetCredentialsAsync();
    }

    private static void AssertSame(JsonNode theirs, AwsCredentials ours)
    {
        Assert.Equal(ours.AccessKeyId, theirs["AccessKeyId"]!.GetValue<string>());
        Assert.Equal(ours.SecretAccessKey, theirs["SecretAccessKey"]!.GetValue<string>());
        Assert.Equal(ours.SessionToken, theirs["SessionToken"]!.GetValue<string>());
        Assert.Equal(
            ours.Expiration!.Value.ToUnixTimeSeconds(),
            theirs["Expiration"]!.GetValue<DateTimeOffset>().ToUnixTimeSeconds()
        );
    }
}
