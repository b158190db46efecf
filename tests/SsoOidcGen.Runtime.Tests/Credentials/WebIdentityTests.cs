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
}
