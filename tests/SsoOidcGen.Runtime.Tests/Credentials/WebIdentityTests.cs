namespace SsoOidcGen.Runtime.Tests;

/// <summary>Roles that the token of an identity provider assumes.</summary>
public sealed class WebIdentityTests
{
    private const string Keys = "[default]\naws_access_key_id = AKID\naws_secret_access_key = s";

    [Fact]
    public async Task Variables_of_web_identity_come_before_the_profile()
    {
        using Machine machine = new(
            Keys,
            new() { ["AWS_WEB_IDENTITY_TOKEN_FILE"] = "~/token", ["AWS_ROLE_ARN"] = "arn:aws:iam::1:role/W" },
            static _ => Machine.Role("AssumeRoleWithWebIdentity", "ASIAWEB")
        );
        machine.Write("token", "jwt-1\n");

        Assert.Equal("ASIAWEB", (await machine.GetAsync()).AccessKeyId);
        var call = Assert.Single(machine.Sent);
        Assert.Contains("&WebIdentityToken=jwt-1&", $"&{call.Body}&", StringComparison.Ordinal);
        Assert.False(call.Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task A_token_without_a_role_is_an_error_and_nothing_is_sent()
    {
        using Machine machine = new(Keys, new() { ["AWS_WEB_IDENTITY_TOKEN_FILE"] = "~/token" });

        Exception error = await machine.FailAsync();

        Assert.IsType<ConfigurationException>(error);
        Assert.Contains("AWS_ROLE_ARN", error.Message, StringComparison.Ordinal);
        Assert.Empty(machine.Sent);
    }

    [Fact]
    public async Task A_profile_that_code_names_leaves_the_variables_aside()
    {
        using Machine machine = new(Keys, new() { ["AWS_WEB_IDENTITY_TOKEN_FILE"] = "~/token" });

        Assert.Equal("AKID", (await machine.GetAsync("default")).AccessKeyId);
    }

    [Theory]
    [InlineData("", "ssooidcgen-1767268800000")]
    [InlineData("me", "me")]
    public async Task The_request_holds_the_token_the_role_and_a_name(string sessionName, string expected)
    {
        using Machine machine = new(
            variables: new()
            {
                ["AWS_WEB_IDENTITY_TOKEN_FILE"] = "~/token",
                ["AWS_ROLE_ARN"] = "arn:aws:iam::1:role/W",
                ["AWS_ROLE_SESSION_NAME"] = sessionName,
            },
            respond: static _ => Machine.Role("AssumeRoleWithWebIdentity")
        );
        machine.Write("token", " jwt-1\n");

        AwsCredentials credentials = await machine.GetAsync();

        Assert.Equal(
            $"Action=AssumeRoleWithWebIdentity&RoleArn=arn%3Aaws%3Aiam%3A%3A1%3Arole%2FW&RoleSessionName={expected}&Version=2011-06-15"
                + "&WebIdentityToken=jwt-1",
            string.Join('&', Assert.Single(machine.Sent).Body!.Split('&').Order(StringComparer.Ordinal))
        );
        Assert.Equal(
            ("role-secret", "role-token", "123456789012"),
            (credentials.SecretAccessKey, credentials.SessionToken, credentials.AccountId)
        );
    }

    [Theory]
    [InlineData("", "is empty.")]
    [InlineData(" \n", "is empty.")]
    [InlineData(null, "cannot be read: there is no such file. Correct the path or its permissions.")]
    public async Task A_token_file_without_a_token_is_an_error(string? content, string problem)
    {
        using Machine machine = new(
            variables: new() { ["AWS_WEB_IDENTITY_TOKEN_FILE"] = "~/token", ["AWS_ROLE_ARN"] = "arn:aws:iam::1:role/W" }
        );
        string file = machine.Write("token", content ?? "");
        if (content is null)
        {
            File.Delete(file);
        }

        Exception error = await machine.FailAsync();

        Assert.IsType<CredentialsException>(error);
        Assert.Equal(
            $"The token file {file}, which environment variable AWS_WEB_IDENTITY_TOKEN_FILE names," + $" {problem}",
            error.Message
        );
    }

    [Fact]
    public async Task What_STS_says_is_told_with_the_variable_and_the_role()
    {
        using Machine machine = new(
            variables: new()
            {
                ["AWS_WEB_IDENTITY_TOKEN_FILE"] = "~/token",
                ["AWS_ROLE_ARN"] = "arn:aws:iam::1:role/W",
            },
            respond: static _ =>
                Machine.Response(
                    "<ErrorResponse><Error><Code>ExpiredTokenException</Code><Message>Token expired.</Message></Error></ErrorResponse>",
                    400
                )
        );
        machine.Write("token", "jwt-1");

        Exception error = await machine.FailAsync();

        Assert.IsType<CredentialsException>(error);
        Assert.Equal(
            "environment variable AWS_WEB_IDENTITY_TOKEN_FILE: STS did not give credentials of arn:aws:iam::1:role/W: "
                + $"{error.InnerException!.Message.TrimEnd('.')}. Check the role's trust policy, and what asks for it.",
            error.Message
        );
        Assert.Contains("Token expired", error.Message, StringComparison.Ordinal);
    }
}
