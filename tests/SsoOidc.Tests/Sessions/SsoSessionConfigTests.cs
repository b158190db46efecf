using SsoOidcGen.Runtime;

namespace SsoOidc.Tests.Sessions;

public sealed class SsoSessionConfigTests : IDisposable
{
    private const string Complete = """
        [sso-session admin]
        sso_region = us-east-1
        sso_start_url = https://d-abc123.awsapps.com/start
        """;
    private readonly TempFolder _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void A_profile_with_a_complete_session_resolves() =>
        Assert.Equal(
            new SsoSession
            {
                Name = "admin",
                Region = "us-east-1",
                StartUrl = "https://d-abc123.awsapps.com/start",
            },
            Config(Complete, "[profile test]", "sso_session = admin").FindSsoSession("test")
        );

    [Theory]
    [InlineData("")]
    [InlineData(Complete)]
    public void A_profile_without_session_is_none_of_ours(string sessions) =>
        Assert.Null(Config(sessions, "[profile test]", "region = us-west-2").FindSsoSession("test"));

    [Theory]
    [InlineData("sso_start_url = https://d-abc123.awsapps.com/start", "sso_region")]
    [InlineData("sso_region = us-east-1", "sso_start_url")]
    public void A_missing_key_is_named_with_file_line_and_section(string present, string missing)
    {
        SharedConfig config = Config("[profile test]", "sso_session = admin", "[sso-session admin]", present);

        string message = Assert.Throws<ConfigurationException>(() => config.FindSsoSession("test")).Message;

        Assert.Contains(missing, message);
        Assert.Contains("[sso-session admin]", message);
        Assert.Contains(_home.File(".aws/config"), message);
        Assert.Contains(".aws/config:3,", message);
    }

    [Theory]
    [InlineData("sso_start_url", "d-abc123.awsapps.com/start")]
    [InlineData("sso_start_url", "ftp://d-abc123.awsapps.com/start")]
    [InlineData("sso_region", "us east 1")]
    public void A_value_that_cannot_be_is_named_with_file_line_section_and_key(string key, string value)
    {
        string[] lines = ["[sso-session admin]", "sso_start_url = https://u", "sso_region = us-east-1"];
        SharedConfig config = Config([
            .. lines.Where(line => !line.StartsWith(key, StringComparison.Ordinal)),
            $"{key} = {value}",
        ]);

        string message = Assert.Throws<ConfigurationException>(() => config.ReadSsoSession("admin")).Message;

        Assert.Contains($".aws/config:3, section [sso-session admin], key '{key}'", message);
        Assert.EndsWith("Correct it there.", message);
    }

    [Fact]
    public void A_session_that_does_not_exist_is_named_with_those_that_do()
    {
        SharedConfig config = Config(Complete, "[profile test]", "sso_session = dev");

        string message = Assert.Throws<ConfigurationException>(() => config.FindSsoSession("test")).Message;

        Assert.Contains("[sso-session dev]", message);
        Assert.Contains(".aws/config:5,", message);
        Assert.Contains("admin", message);
    }

    [Fact]
    public void The_legacy_form_stands_in_the_profile()
    {
        SsoSession? session = Config("[profile old]", "sso_start_url = https://u", "sso_region = eu-west-1")
            .FindSsoSession("old");

        Assert.Equal(
            new SsoSession
            {
                StartUrl = "https://u",
                Region = "eu-west-1",
                Profile = "old",
            },
            session
        );
    }

    [Fact]
    public void A_profile_may_repeat_its_session_but_not_contradict_it()
    {
        SharedConfig config = Config(
            Complete,
            "[profile same]",
            "sso_session = admin",
            "sso_region = us-east-1",
            "[profile other]",
            "sso_session = admin",
            "sso_region = eu-west-1"
        );

        Assert.NotNull(config.FindSsoSession("same"));
        string message = Assert.Throws<ConfigurationException>(() => config.FindSsoSession("other")).Message;
        Assert.Contains("sso_region", message);
        Assert.Contains(".aws/config:9,", message);
    }

    [Theory]
    [InlineData(" a , b,,", new[] { "a", "b" })]
    [InlineData("sso:account:access", new[] { "sso:account:access" })]
    [InlineData(" , ", null)]
    [InlineData(null, null)]
    public void Scopes_are_a_comma_list(string? text, string[]? scopes) =>
        Assert.Equal(scopes, SsoSession.ParseScopes(text));

    [Fact]
    public void A_role_profile_needs_account_role_and_session()
    {
        SharedConfig config = Config(
            Complete,
            "[profile good]",
            "sso_session = admin",
            "sso_account_id = 012345678901",
            "sso_role_name = Reader",
            "[profile half]",
            "sso_session = admin",
            "sso_account_id = 012345678901",
            "[profile loose]",
            "sso_account_id = 012345678901",
            "sso_role_name = Reader",
            "[profile none]"
        );

        Assert.Equal(new SsoRole(config.ReadSsoSession("admin"), "012345678901", "Reader"), config.FindSsoRole("good"));
        Assert.Null(config.FindSsoRole("none"));
        Assert.Contains(
            "sso_role_name",
            Assert.Throws<ConfigurationException>(() => config.FindSsoRole("half")).Message
        );
        Assert.Contains(
            "sso_session",
            Assert.Throws<ConfigurationException>(() => config.FindSsoRole("loose")).Message
        );
    }

    private SharedConfig Config(params string[] lines)
    {
        Directory.CreateDirectory(_home.File(".aws"));
        File.WriteAllText(_home.File(".aws/config"), string.Join('\n', lines));
        return SharedConfig.Load(new AwsEnvironment(_home.Path));
    }
}
