using Microsoft.Extensions.Time.Testing;

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

    [Fact]
    public async Task Without_a_session_and_an_account_there_are_a_key_and_its_secret()
    {
        using Machine machine = new(variables: new() { ["AWS_ACCESS_KEY_ID"] = "k", ["AWS_SECRET_ACCESS_KEY"] = "s" });

        AwsCredentials credentials = await machine.GetAsync();

        Assert.Equal(
            ("k", "s", null, null, null),
            (
                credentials.AccessKeyId,
                credentials.SecretAccessKey,
                credentials.SessionToken,
                credentials.AccountId,
                credentials.Expiration
            )
        );
    }

    [Theory]
    [InlineData("2026-01-01T13:00:00Z")]
    [InlineData("2026-01-01T13:00:00")]
    [InlineData("2026-01-01T15:00:00+02:00")]
    public async Task An_expiration_is_any_ISO_8601_time(string expiration)
    {
        using Machine machine = new(variables: new(Keys) { ["AWS_CREDENTIAL_EXPIRATION"] = expiration });

        AwsCredentials credentials = await machine.GetAsync();

        Assert.Equal("2026-01-01T13:00:00.0000000+00:00", credentials.Expiration?.ToString("o"));
    }

    [Fact]
    public async Task An_expiration_that_is_no_time_is_an_error()
    {
        using Machine machine = new(variables: new(Keys) { ["AWS_CREDENTIAL_EXPIRATION"] = "soon" });

        Exception error = await machine.FailAsync();

        Assert.IsType<ConfigurationException>(error);
        Assert.StartsWith("Environment variable AWS_CREDENTIAL_EXPIRATION is no ISO 8601 time", error.Message);
    }

    [Fact]
    public async Task When_they_expire_the_variables_are_read_again()
    {
        Dictionary<string, string> variables = new(Keys) { ["AWS_CREDENTIAL_EXPIRATION"] = "2026-01-01T13:00:00Z" };
        FakeTimeProvider clock = new(Machine.Now);
        FoundCredentials? found = EnvironmentCredentials.Find(new AwsEnvironment("/home/u", variables), clock);
        async Task<AwsCredentials> GetAsync() =>
            await found!.GetCredentialsAsync(TestContext.Current.CancellationToken);

        await GetAsync();
        variables["AWS_ACCESS_KEY_ID"] = "AKIDNEXT";
        variables["AWS_CREDENTIAL_EXPIRATION"] = "2026-01-01T14:00:00Z";
        Assert.Equal("AKIDENVIRONMENT", (await GetAsync()).AccessKeyId.Trim());
        clock.Advance(TimeSpan.FromMinutes(60));
        Assert.Equal("AKIDNEXT", (await GetAsync()).AccessKeyId);
        variables.Clear();
        clock.Advance(TimeSpan.FromMinutes(60));
        var error = await Assert.ThrowsAsync<CredentialsException>(GetAsync);

        Assert.Equal(
            "Environment variable AWS_ACCESS_KEY_ID, where credentials came from, is not set any more. Set new ones.",
            error.Message
        );
        Assert.Equal("environment variables", found!.Source);
    }
}
