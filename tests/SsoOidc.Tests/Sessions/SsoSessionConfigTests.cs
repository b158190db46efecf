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

    [Fact]
    public void Every_setting_is_read_in_both_forms()
    {
        const string Settings = """
            sso_region = eu-west-1
            sso_start_url = http://127.0.0.1/start
            sso_registration_scopes = a, b
            ssooidc_method = browser
            """;
        SharedConfig config = Config("[sso-session s]", Settings, "[profile p]", Settings);
        SsoSession expected = new()
        {
            StartUrl = "http://127.0.0.1/start",
            Region = "eu-west-1",
            Method = SignInMethod.Browser,
        };

        SsoSession session = config.ReadSsoSession("s");
        SsoSession? profile = config.FindSsoSession("p");

        Assert.Equal(["a", "b"], session.Scopes);
        Assert.Equal(["a", "b"], profile!.Scopes);
        Assert.Equal(expected with { Name = "s" }, session with { Scopes = null });
        Assert.Equal(expected with { Profile = "p" }, profile with { Scopes = null });
        Assert.Equal(("session 's'", "http://127.0.0.1/start"), (session.DisplayName, profile.DisplayName));
    }

    [Theory]
    [InlineData("ssooidc_method = browser", SignInMethod.Browser)]
    [InlineData("ssooidc_method = device-code", SignInMethod.DeviceCode)]
    [InlineData("", SignInMethod.Automatic)]
    public void How_users_sign_in_is_a_setting(string line, SignInMethod method) =>
        Assert.Equal(method, Config(Complete, line).ReadSsoSession("admin").Method);

    [Theory]
    [InlineData(
        "ssooidc_method = other",
        "key 'ssooidc_method' is neither 'browser' nor 'device-code'. Write one of them, or remove it."
    )]
    [InlineData(
        "sso_start_url = d-1.awsapps.com",
        "key 'sso_start_url' is not a URL such as https://d-1234567890.awsapps.com/start. Correct it there."
    )]
    [InlineData("sso_region = eu west", "key 'sso_region' is not a region such as eu-central-1. Correct it there.")]
    public void What_a_setting_cannot_be_is_told_with_what_it_can(string line, string problem)
    {
        string key = line.Split(' ')[0];
        string[] others = ["sso_start_url = https://u", "sso_region = eu-west-1"];
        SharedConfig config = Config([
            "[sso-session admin]",
            line,
            .. others.Where(other => !other.StartsWith(key, StringComparison.Ordinal)),
        ]);

        string message = Assert.Throws<ConfigurationException>(() => config.ReadSsoSession("admin")).Message;

        Assert.Equal($"{_home.File(".aws/config")}:2, section [sso-session admin], {problem}", message);
    }

    [Theory]
    [InlineData("sso_start_url = https://u", "lacks sso_region")]
    [InlineData("sso_region = eu-west-1", "lacks sso_start_url")]
    [InlineData("sso_region = eu-west-1\nsso_start_url =", "lacks sso_start_url")]
    public void Half_of_the_legacy_form_is_an_error(string line, string problem)
    {
        string message = Assert
            .Throws<ConfigurationException>(() => Config("[profile old]", line).FindSsoSession("old"))
            .Message;

        Assert.Equal(
            $"{_home.File(".aws/config")}:1, section [profile old] {problem}. Add what is missing there.",
            message
        );
    }

    [Fact]
    public void A_session_that_is_not_there_is_told_with_who_asks_and_what_there_is()
    {
        string file = _home.File(".aws/config");
        SharedConfig two = Config("[sso-session b]", "[sso-session a]", "[profile p]", "sso_session = c");
        string asked = Assert.Throws<ConfigurationException>(() => two.FindSsoSession("p")).Message;
        string direct = Assert.Throws<ConfigurationException>(() => two.ReadSsoSession("c")).Message;
        string none = Assert.Throws<ConfigurationException>(() => Config("").ReadSsoSession("c")).Message;

        Assert.Equal(
            $"There is no section [sso-session c] in {file}. {file}:4, section [profile p], key 'sso_session' names it."
                + " Add it with sso_start_url and sso_region. Defined: a, b.",
            asked
        );
        Assert.Equal(
            $"There is no section [sso-session c] in {file}. Add it with sso_start_url and sso_region. Defined: a, b.",
            direct
        );
        Assert.Equal(
            $"There is no section [sso-session c] in {file}. Add it with sso_start_url and sso_region. Defined: none.",
            none
        );
    }

    [Theory]
    [InlineData("sso_account_id = 1", "lacks sso_role_name. Add what is missing there.")]
    [InlineData("sso_role_name = R", "lacks sso_account_id. Add what is missing there.")]
    [InlineData("sso_account_id =\nsso_role_name =", "lacks sso_account_id, sso_role_name. Add what is missing there.")]
    [InlineData(
        "sso_account_id = 1\nsso_role_name = R",
        "names an account and a role, but lacks sso_session. Add 'sso_session = NAME' and a section [sso-session NAME]."
    )]
    public void Half_of_a_role_is_an_error(string lines, string problem)
    {
        string message = Assert
            .Throws<ConfigurationException>(() => Config("[profile half]", lines).FindSsoRole("half"))
            .Message;

        Assert.Equal($"{_home.File(".aws/config")}:1, section [profile half] {problem}", message);
    }

    [Theory]
    [InlineData("sso_region = eu-west-1")]
    [InlineData("sso_start_url = https://other")]
    public void A_contradiction_is_told_with_both_places(string line)
    {
        SharedConfig config = Config(Complete, "[profile p]", "sso_session = admin", line);

        string message = Assert.Throws<ConfigurationException>(() => config.FindSsoSession("p")).Message;

        string key = line.Split(' ')[0];
        Assert.Equal(
            $"{_home.File(".aws/config")}:6, section [profile p], key '{key}' differs from {key} in [sso-session admin]."
                + " Remove it from the profile.",
            message
        );
    }

    private SharedConfig Config(params string[] lines)
    {
        Directory.CreateDirectory(_home.File(".aws"));
        File.WriteAllText(_home.File(".aws/config"), string.Join('\n', lines));
        return SharedConfig.Load(new AwsEnvironment(_home.Path));
    }
}
