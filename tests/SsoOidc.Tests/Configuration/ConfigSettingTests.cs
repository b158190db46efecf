namespace SsoOidc.Tests.Configuration;

public sealed class ConfigSettingTests
{
    [Theory]
    [InlineData("profile", "default", "[default]")]
    [InlineData("profile", "dev", "[profile dev]")]
    [InlineData("sso-session", "default", "[sso-session default]")]
    [InlineData("profile", "it's", "[profile \"it's\"]")]
    [InlineData("profile", "two words", "[profile 'two words']")]
    [InlineData("profile", "a\"b", "[profile 'a\"b']")]
    [InlineData("profile", "a\\b", "[profile 'a\\b']")]
    public void Its_section_has_a_header(string kind, string name, string header) =>
        Assert.Equal(header, new ConfigSetting(kind, name, "region", "eu-west-1").Header);

    [Theory]
    [InlineData(
        "sso_start_url",
        "http://example.com/start",
        "must begin with https://, as https://d-1234567890.awsapps.com/start does; http:// is for this machine only"
    )]
    [InlineData(
        "sso_start_url",
        "start",
        "must begin with https://, as https://d-1234567890.awsapps.com/start does; http:// is for this machine only"
    )]
    [InlineData("sso_region", "eu west", "must be a region such as eu-central-1")]
    [InlineData("region", "eu west", "must be a region such as eu-central-1")]
    [InlineData("sso_account_id", "12345678901", "must be the 12 digits of an account")]
    [InlineData("sso_account_id", "1234567890123", "must be the 12 digits of an account")]
    [InlineData("sso_account_id", "12345678901a", "must be the 12 digits of an account")]
    [InlineData("output", "", "must not be empty")]
    [InlineData("output", "a\tb", "must be one line without control characters")]
    [InlineData("output", " a", "must not begin or end with a blank")]
    [InlineData("output", "a ", "must not begin or end with a blank")]
    public void A_value_that_cannot_be_is_refused(string key, string value, string problem)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            nameof(value),
            () => new ConfigSetting("profile", "dev", key, value)
        );

        Assert.Equal($"The value of {key} in [profile dev] {problem}. (Parameter 'value')", error.Message);
    }

    [Theory]
    [InlineData(" ", "The name of a section [profile NAME] must not be empty.")]
    [InlineData("a\nb", "The name in [profile NAME] must not hold line breaks or other control characters.")]
    [InlineData("a]", "The name a] cannot stand in a section header; choose one without brackets and quotation marks.")]
    [InlineData(
        "'\"",
        "The name '\" cannot stand in a section header; choose one without brackets and quotation marks."
    )]
    [InlineData(
        "'\\",
        "The name '\\ cannot stand in a section header; choose one without brackets and quotation marks."
    )]
    public void A_name_that_cannot_be_is_refused(string name, string problem)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            nameof(name),
            () => new ConfigSetting("profile", name, "output", "json")
        );

        Assert.Equal($"{problem} (Parameter 'name')", error.Message);
    }

    [Theory]
    [InlineData("sso_start_url", "https://d-1.awsapps.com/start")]
    [InlineData("sso_start_url", "http://localhost/start")]
    [InlineData("sso_account_id", "123456789012")]
    [InlineData("output", "a")]
    [InlineData("sso_role_name", "eu west")]
    public void Anything_else_is_a_line(string key, string value) =>
        Assert.Equal($"{key} = {value}", new ConfigSetting("profile", "dev", key, value).Line);
}
