namespace SsoOidcGen.Runtime.Tests;

public sealed class SharedConfigTests
{
    [Fact]
    public void Sections_are_found_by_kind_and_name()
    {
        using TestHome home = new(
            """
            [default]
            region = a
            [profile dev]
            region = b
            [sso-session corp]
            sso_region = c
            [services local]
            sso_oidc =
              endpoint_url = http://localhost:1
            [plugins]
            x = y
            """
        );

        SharedConfig config = SharedConfig.Load(home.Environment);

        Assert.Equal(["default", "dev"], config.Profiles.Keys);
        Assert.Equal("b", config.Profiles["dev"]["region"]);
        Assert.Equal("c", config.SsoSessions["corp"]["sso_region"]);
        Assert.Equal("http://localhost:1", config.Services["local"].Values["sso_oidc"].Block!["endpoint_url"].Text);
    }

    [Theory]
    [InlineData("[profile \"two words\"]", "two words")]
    [InlineData("[profile 'two words']", "two words")]
    [InlineData(@"[profile two\ words]", "two words")]
    [InlineData("[profile   blanks ]", "blanks")]
    [InlineData("  [profile indented]", "indented")]
    [InlineData("[profile a] # not read", "a")]
    public void A_profile_name_is_one_word_of_a_shell(string header, string name)
    {
        using TestHome home = new($"{header}\nregion = here");

        Assert.Equal("here", SharedConfig.Load(home.Environment).Profiles[name]["region"]);
    }

    [Theory]
    [InlineData("[profile]")]
    [InlineData("[profile two words]")]
    [InlineData("[profile 'open]")]
    [InlineData("[profiles x]")]
    [InlineData("[dev]")]
    public void A_section_that_is_no_profile_is_left_alone(string header)
    {
        using TestHome home = new($"{header}\nregion = here");

        Assert.Empty(SharedConfig.Load(home.Environment).Profiles);
    }

    [Fact]
    public void The_later_of_two_spellings_of_the_default_profile_wins()
    {
        using TestHome home = new("[default]\nregion = a\noutput = json\n[profile default]\nregion = b");

        ConfigSection profile = SharedConfig.Load(home.Environment).Profiles["default"];

        Assert.Equal("b", profile["region"]);
        Assert.Null(profile["output"]);
    }

    [Fact]
    public void Values_of_the_credentials_file_win_key_by_key()
    {
        using TestHome home = new(
            "[profile dev]\nregion = a\naws_access_key_id = config",
            "[dev]\naws_access_key_id = credentials\n[only here]\nregion = z"
        );

        SharedConfig config = SharedConfig.Load(home.Environment);

        Assert.Equal("credentials", config.Profiles["dev"]["aws_access_key_id"]);
        Assert.Equal("a", config.Profiles["dev"]["region"]);
        Assert.Equal("z", config.Profiles["only here"]["region"]);
    }

    [Theory]
    [InlineData("region = eu", "eu")]
    [InlineData("region: eu", "eu")]
    [InlineData("region=eu", "eu")]
    [InlineData("REGION = eu", "eu")]
    [InlineData("region = eu # no comment", "eu # no comment")]
    [InlineData("region = eu ; no comment", "eu ; no comment")]
    [InlineData("region = a=b:c", "a=b:c")]
    [InlineData("region = \"eu\"", "\"eu\"")]
    [InlineData("region = %HOME%$HOME~", "%HOME%$HOME~")]
    [InlineData("# comment\n; comment\nregion = eu", "eu")]
    [InlineData("region = eu\n  west", "eu\nwest")]
    [InlineData("region = eu\n\n  # comment\n  west\n\n", "eu\n\nwest")]
    [InlineData("  region = eu\n  output = json", "eu")]
    [InlineData("region = eu\r\noutput = json\r\n", "eu")]
    [InlineData("region =", "")]
    [InlineData("region = ü", "ü")]
    public void A_value_is_read_as_the_AWS_tools_read_it(string lines, string expected)
    {
        using TestHome home = new($"[default]\n{lines}");

        Assert.Equal(expected, SharedConfig.Load(home.Environment).Profiles["default"]["region"]);
    }

    [Theory]
    [InlineData("region = eu", 1, "before the first key")]
    [InlineData("[default]\nregion", 2, "[default]")]
    [InlineData("[default]\n= eu", 2, "[default]")]
    [InlineData("[default]\n[oops", 2, "[default]")]
    [InlineData("[default]\nregion = a\nregion = b", 3, "'region'")]
    [InlineData("[default]\n[default]", 2, "[default]")]
    [InlineData("[default]\ns3 =\n  fast", 3, "'s3'")]
    public void A_malformed_file_is_named_with_its_line(string config, int line, string detail)
    {
        using TestHome home = new(config);

        var error = Assert.Throws<ConfigurationException>(() => SharedConfig.Load(home.Environment));

        Assert.Contains($"{home.Environment.ConfigFile}:{line}", error.Message, StringComparison.Ordinal);
        Assert.Contains(detail, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_knows_its_place_and_does_not_show_itself()
    {
        using TestHome home = new(credentials: "\n[dev]\naws_secret_access_key = hush");

        ConfigSection profile = SharedConfig.Load(home.Environment).Profiles["dev"];
        string shown = $"{profile} {profile.Values["aws_secret_access_key"]}";

        Assert.Contains($"{home.Environment.CredentialsFile}:3, section [dev]", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_do_not_exist_are_empty()
    {
        AwsEnvironment nowhere = new(Path.Combine(Path.GetTempPath(), "no such home"));

        Assert.Empty(SharedConfig.Load(nowhere).Profiles);
        Assert.Empty(SharedConfig.Load(nowhere).SelectProfile().Values);
    }

    [Fact]
    public void A_profile_is_chosen_by_name_then_by_the_environment()
    {
        using TestHome home = new(
            "[default]\n[profile a]\n[profile b]\n[profile c]",
            variables: new() { ["AWS_PROFILE"] = "b", ["AWS_DEFAULT_PROFILE"] = "c" }
        );
        SharedConfig config = SharedConfig.Load(home.Environment);

        Assert.Equal("a", config.SelectProfile("a").Name);
        Assert.Equal("b", config.SelectProfile().Name);
    }

    [Fact]
    public void There_has_to_be_an_environment() =>
        Assert.Throws<ArgumentNullException>("environment", static () => SharedConfig.Load(null!));

    [Fact]
    public void A_chosen_profile_that_does_not_exist_is_an_error_that_lists_those_that_do()
    {
        using TestHome home = new("[profile dev]\n[default]");

        var error = Assert.Throws<ConfigurationException>(() =>
            SharedConfig.Load(home.Environment).SelectProfile("prod")
        );

        Assert.Contains("'prod'", error.Message, StringComparison.Ordinal);
        Assert.Contains("There are: dev, default.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_that_no_file_has_is_refused_with_what_to_do()
    {
        using TestHome home = new("[sso-session only]");
        AwsEnvironment environment = home.Environment;

        var error = Assert.Throws<ConfigurationException>(() => SharedConfig.Load(environment).SelectProfile("prod"));

        Assert.Equal(
            $"Profile 'prod' is not in {environment.ConfigFile} or {environment.CredentialsFile}. Add a section [profile prod],"
                + " or choose another profile with the Profile option or AWS_PROFILE. There are none.",
            error.Message
        );
    }

    [Fact]
    public void The_older_variable_chooses_a_profile_where_the_newer_does_not()
    {
        using TestHome home = new("[profile c]", variables: new() { ["AWS_DEFAULT_PROFILE"] = "c" });

        Assert.Equal("c", SharedConfig.Load(home.Environment).SelectProfile().Name);
    }

    [Fact]
    public void The_default_profile_need_not_exist()
    {
        using TestHome home = new();

        ConfigSection profile = SharedConfig.Load(home.Environment).SelectProfile();

        Assert.Equal("default", profile.Name);
        Assert.Equal(
            $"[default] (not in {home.Environment.ConfigFile} or {home.Environment.CredentialsFile})",
            profile.Where
        );
    }

    [Fact]
    public void A_section_of_the_credentials_file_is_named_by_its_profile_alone()
    {
        using TestHome home = new(
            credentials: "[profile prefixed]\nregion = x\n[ blanks ]\nregion = y\n[p]\nregion = z\n[profiles]\nregion = w"
        );

        IReadOnlyDictionary<string, ConfigSection> profiles = SharedConfig.Load(home.Environment).Profiles;

        Assert.Equal(
            [("blanks", "y"), ("p", "z"), ("profiles", "w")],
            profiles.Select(profile => (profile.Key, profile.Value["region"]!))
        );
        Assert.Equal(profiles.Keys, profiles.Values.Select(profile => profile.Name));
    }

    [Fact]
    public void A_value_without_text_counts_as_missing()
    {
        using TestHome home = new("[default]\nempty =\none = 1");
        ConfigSection profile = SharedConfig.Load(home.Environment).SelectProfile();

        Assert.Null(profile.Find("empty"));
        Assert.Null(profile.Find("missing"));
        Assert.Equal("1", profile.Find("one")?.Text);
        Assert.Equal((false, false, true), (profile.Has("empty"), profile.Has("missing"), profile.Has("one")));
        Assert.Equal(("", null), (profile["empty"], profile["missing"]));
    }
}
