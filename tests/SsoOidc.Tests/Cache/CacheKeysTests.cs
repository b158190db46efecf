namespace SsoOidc.Tests.Cache;

public class CacheKeysTests
{
    private static readonly SsoSession s_legacy = new()
    {
        StartUrl = "https://d-abc123.awsapps.com/start",
        Region = "us-west-2",
    };

    [Fact]
    public void A_token_is_named_by_its_session() =>
        Assert.Equal("d033e22ae348aeb5660fc2140aec35850c4da997", (s_legacy with { Name = "admin" }).TokenName);

    [Fact]
    public void A_token_without_session_is_named_by_its_start_url() =>
        Assert.Equal("40a89917e3175433e361b710a9d43528d7f1890a", s_legacy.TokenName);

    [Fact]
    public void The_start_url_is_taken_to_the_letter() =>
        Assert.NotEqual(s_legacy.TokenName, (s_legacy with { StartUrl = s_legacy.StartUrl + "/" }).TokenName);

    [Fact]
    public void A_registration_is_named_as_botocore_names_its_own() =>
        Assert.Equal(
            "d75f79f67bab3f92a2b1450471c0c2574de0dca4",
            CacheKeys.Registration(s_legacy, "us-west-2", "botocore")
        );

    [Fact]
    public void Session_and_scopes_are_part_of_a_registrations_name() =>
        Assert.Equal(
            "4e0b35ce126fbacfad7c16ce93ffe85ce6cafeed",
            CacheKeys.Registration(
                s_legacy with
                {
                    Name = "admin",
                    Scopes = ["sso:account:access"],
                },
                "us-west-2",
                "botocore"
            )
        );

    [Fact]
    public void Role_credentials_are_named_as_the_CLI_names_them() =>
        Assert.Equal(
            "048db75bbe50955c16af7aba6ff9c41a3131bb7e",
            CacheKeys.RoleCredentials(
                s_legacy with
                {
                    StartUrl = "https://d-92671207e4.awsapps.com/start",
                },
                "1234567890",
                "test-role"
            )
        );

    [Fact]
    public void Role_credentials_of_a_session_are_named_by_it() =>
        Assert.Equal(
            "7568f0b6f39ebd7da2245b2b8c4f93e29a051f33",
            CacheKeys.RoleCredentials(s_legacy with { Name = "admin" }, "1234567890", "test-role")
        );
}
