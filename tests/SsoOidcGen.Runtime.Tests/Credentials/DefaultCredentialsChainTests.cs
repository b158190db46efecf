using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests;

public sealed class DefaultCredentialsChainTests
{
    private const string ProfileWithKeys = """
        [default]
        aws_access_key_id = AKIDPROFILE
        aws_secret_access_key = profile-secret
        aws_session_token = profile-token
        aws_account_id = 123456789012
        """;

    private static readonly Dictionary<string, string> Variables = new()
    {
        ["AWS_ACCESS_KEY_ID"] = "AKIDENVIRONMENT",
        ["AWS_SECRET_ACCESS_KEY"] = "environment-secret",
        ["AWS_SESSION_TOKEN"] = "environment-token",
        ["AWS_CREDENTIAL_EXPIRATION"] = "9999-01-01T00:00:00Z",
    };

    private static readonly Dictionary<string, string> Disabled = new() { ["AWS_EC2_METADATA_DISABLED"] = "TRUE" };

    [Fact]
    public async Task Variables_come_before_the_profile()
    {
        using TestHome home = new(ProfileWithKeys, variables: Variables);

        AwsCredentials credentials = await CredentialsOf(home);

        Assert.Equal("AKIDENVIRONMENT", credentials.AccessKeyId);
        Assert.Equal("environment-secret", credentials.SecretAccessKey);
        Assert.Equal("environment-token", credentials.SessionToken);
        Assert.Equal(new DateTimeOffset(9999, 1, 1, 0, 0, 0, TimeSpan.Zero), credentials.Expiration);
    }

    [Fact]
    public async Task A_profile_chosen_in_the_options_comes_before_variables()
    {
        using TestHome home = new(ProfileWithKeys, variables: Variables);

        AwsCredentials credentials = await CredentialsOf(home, new() { Profile = "default" });

        Assert.Equal("AKIDPROFILE", credentials.AccessKeyId);
        Assert.Equal("profile-token", credentials.SessionToken);
        Assert.Equal("123456789012", credentials.AccountId);
    }

    [Fact]
    public async Task Credentials_in_the_options_come_first()
    {
        using TestHome home = new(ProfileWithKeys, variables: Variables);

        AwsCredentials credentials = await CredentialsOf(
            home,
            new() { Credentials = new AwsCredentials("AKIDOPTION", "s") }
        );

        Assert.Equal("AKIDOPTION", credentials.AccessKeyId);
    }

    [Fact]
    public async Task Missing_credentials_of_a_chosen_profile_say_that_variables_were_left_aside()
    {
        using TestHome home = new("[profile p]\nregion = eu-west-1", variables: Disabled);

        var error = await Assert.ThrowsAsync<MissingCredentialsException>(() =>
            CredentialsOf(home, new() { Profile = "p" })
        );

        Assert.Matches(
            "\\(1\\) environment variables: left aside, because the Profile option is set.*\\(2\\) profile: .*config:1, ",
            error.Message
        );
    }

    [Fact]
    public async Task Missing_credentials_list_in_order_what_was_looked_for()
    {
        using TestHome home = new("[default]\nregion = eu-west-1", variables: Disabled);

        var error = await Assert.ThrowsAsync<MissingCredentialsException>(() => CredentialsOf(home));

        Assert.Matches(
            "\\(1\\) environment variables: AWS_ACCESS_KEY_ID .*"
                + "\\(2\\) web identity: AWS_WEB_IDENTITY_TOKEN_FILE .*"
                + "\\(3\\) profile: .*config:1, .*credential_process.*"
                + "\\(4\\) container: .*AWS_CONTAINER_CREDENTIALS_FULL_URI .*"
                + "\\(5\\) instance metadata: environment variable AWS_EC2_METADATA_DISABLED is true.*Credentials option",
            error.Message
        );
    }

    [Fact]
    public async Task Missing_credentials_are_told_with_every_place_and_what_to_do()
    {
        using TestHome home = new("[default]\nregion = eu-west-1", variables: Disabled);
        using TestHome token = new("[default]\nsso_session = s", variables: Disabled);
        DefaultCredentialsChain withoutRole = new(static (_, _) => null);

        var error = await Assert.ThrowsAsync<MissingCredentialsException>(() => CredentialsOf(home));
        var tokenError = Assert.Throws<MissingCredentialsException>(() =>
            token.Resolve().Authentication.CredentialsFrom(withoutRole)
        );

        Assert.Equal(
            Missing(home, "has none of aws_access_key_id, role_arn, sso_session, login_session, credential_process"),
            error.Message
        );
        Assert.Equal(
            Missing(token, "gives a token, as it has no sso_account_id and sso_role_name"),
            tokenError.Message
        );
    }

    [Fact]
    public async Task Half_a_pair_of_keys_is_an_error_and_never_another_source()
    {
        using TestHome variables = new(ProfileWithKeys, variables: new() { ["AWS_ACCESS_KEY_ID"] = "AKID" });
        using TestHome profile = new("[default]\naws_access_key_id = AKID");

        var fromVariables = await Assert.ThrowsAsync<ConfigurationException>(() => CredentialsOf(variables));
        var fromProfile = await Assert.ThrowsAsync<ConfigurationException>(() => CredentialsOf(profile));

        Assert.Contains("AWS_SECRET_ACCESS_KEY", fromVariables.Message, StringComparison.Ordinal);
        Assert.Contains($"{profile.Environment.ConfigFile}:2", fromProfile.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Credentials_show_no_secret()
    {
        string shown = new AwsCredentials("AKIDEXAMPLE", "hush-secret", "hush-token").ToString();

        Assert.DoesNotContain("hush", shown, StringComparison.Ordinal);
        Assert.Contains("MPLE", shown, StringComparison.Ordinal);
    }

    private static string Missing(TestHome home, string profile) =>
        "The operation has to be signed and no credentials were found. Looked for, in this order:"
        + " (1) environment variables: AWS_ACCESS_KEY_ID is not set;"
        + " (2) web identity: AWS_WEB_IDENTITY_TOKEN_FILE is not set;"
        + $" (3) profile: {home.Environment.ConfigFile}:1, section [default] {profile};"
        + " (4) container: neither AWS_CONTAINER_CREDENTIALS_RELATIVE_URI nor AWS_CONTAINER_CREDENTIALS_FULL_URI is set;"
        + " (5) instance metadata: environment variable AWS_EC2_METADATA_DISABLED is true."
        + " Provide one of these, or set the Credentials option.";

    private static Task<AwsCredentials> CredentialsOf(TestHome home, ServiceClientOptions? options = null) =>
        home.Resolve(options)
            .Authentication.CredentialsFrom(DefaultCredentialsChain.Instance)
            .GetCredentialsAsync(TestContext.Current.CancellationToken)
            .AsTask();
}
