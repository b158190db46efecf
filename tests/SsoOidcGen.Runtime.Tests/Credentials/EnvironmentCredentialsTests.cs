namespace SsoOidcGen.Runtime.Tests;

public sealed class EnvironmentCredentialsTests
{
    private static readonly Dictionary<string, string> Keys = new()
    {
        ["AWS_ACCESS_KEY_ID"] = " AKIDENVIRONMENT ",
        ["AWS_SECRET_ACCESS_KEY"] = "secret",
        ["AWS_SESSION_TOKEN"] = "token",
        ["AWS_ACCOUNT_ID"] = "1",
    };

    private const string Profile = "[profile A]\naws_access_key_id = AKIDPROFILE\naws_secret_access_key = s";

    [Fact]
    public async Task All_that_the_variables_say_is_used()
    {
        using Machine machine = new(variables: Keys);

        AwsCredentials credentials = await machine.GetAsync();

        Assert.Equal(
            ("AKIDENVIRONMENT", "secret", "token", "1"),
            (credentials.AccessKeyId, credentials.SecretAccessKey, credentials.SessionToken, credentials.AccountId)
        );
    }

    [Fact]
    public async Task A_key_without_its_secret_is_an_error()
    {
        using Machine machine = new(Profile, new() { ["AWS_ACCESS_KEY_ID"] = "AKID", ["AWS_PROFILE"] = "A" });

        Exception error = await machine.FailAsync();

        Assert.IsType<ConfigurationException>(error);
        Assert.Contains("AWS_SECRET_ACCESS_KEY", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AWS_SECRET_ACCESS_KEY", "secret")]
    [InlineData("AWS_ACCESS_KEY_ID", " ")]
    public async Task A_secret_without_a_key_is_nothing_and_a_blank_key_is_none(string variable, string value)
    {
        using Machine machine = new(Profile, new() { [variable] = value, ["AWS_PROFILE"] = "A" });

        Assert.Equal("AKIDPROFILE", (await machine.GetAsync()).AccessKeyId);
    }

    [Fact]
    public async Task Keys_win_over_the_variable_that_names_a_profile_and_lose_against_one_that_code_names()
    {
        using Machine machine = new(Profile, new(Keys) { ["AWS_PROFILE"] = "A" });

        Assert.Equal("AKIDENVIRONMENT", (await machine.GetAsync()).AccessKeyId);
        Assert.Equal("AKIDPROFILE", (await machine.GetAsync("A")).AccessKeyId);
    }
}
