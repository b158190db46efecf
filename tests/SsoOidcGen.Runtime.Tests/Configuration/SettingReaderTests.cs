using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests;

public sealed class SettingReaderTests
{
    private const string Config = """
        [default]
        flag = true
        number = 7
        empty =
        s3 =
          use_it = false
          style = Path
          none =
        """;

    [Theory]
    [InlineData("flag", null, true)]
    [InlineData("flag", "FLAG", false)]
    [InlineData("flag", "NOWHERE", true)]
    [InlineData("s3.use_it", null, false)]
    [InlineData("s3.none", null, null)]
    [InlineData("s3.missing", null, null)]
    [InlineData("s4.use_it", null, null)]
    [InlineData("flag.use_it", null, null)]
    [InlineData("empty", null, null)]
    public void A_flag_is_that_of_the_variable_before_that_of_the_profile(string key, string? variable, bool? expected)
    {
        using TestHome home = Home();

        Assert.Equal(expected, Reader(home).FindFlag(key, variable));
    }

    [Theory]
    [InlineData("s3.style", null, "path", true)]
    [InlineData("s3.style", null, "virtual", false)]
    [InlineData("s3.style", "STYLE", "virtual", true)]
    [InlineData("s3.missing", null, "path", null)]
    public void A_text_is_compared_without_case(string key, string? variable, string text, bool? expected)
    {
        using TestHome home = Home();

        Assert.Equal(expected, Reader(home).FindText(key, variable, text));
    }

    [Theory]
    [InlineData("2", 2)]
    [InlineData("9", 9)]
    [InlineData("", 7)]
    public void A_number_may_be_its_limits(string text, int expected)
    {
        using TestHome home = Home(text);

        Assert.Equal(expected, Reader(home).Number("number", "NUMBER", 2, 9));
        Assert.Null(Reader(home).Number("missing", "NOWHERE", 2, 9));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("10")]
    [InlineData("-3")]
    [InlineData("3.0")]
    [InlineData("99999999999")]
    public void A_number_beyond_its_limits_is_refused_with_its_place(string text)
    {
        using TestHome home = Home(text);

        var error = Assert.Throws<ConfigurationException>(() => Reader(home).Number("number", "NUMBER", 2, 9));

        Assert.Equal($"environment variable NUMBER is '{text}'; it must be a whole number from 2 to 9.", error.Message);
    }

    [Fact]
    public void A_number_of_the_profile_is_refused_with_its_line()
    {
        using TestHome home = Home();

        var error = Assert.Throws<ConfigurationException>(() => Reader(home).Number("number", "NOWHERE", 8, 9));

        Assert.Equal(
            $"{home.Environment.ConfigFile}:3, section [default], key 'number' is '7'; it must be a whole number from 8 to 9.",
            error.Message
        );
    }

    [Theory]
    [InlineData("first", "first")]
    [InlineData("", "second")]
    public void The_first_of_two_variables_comes_first(string first, string expected)
    {
        using TestHome home = new(variables: new() { ["FIRST"] = first, ["SECOND"] = "second" });

        Assert.Equal(expected, Reader(home).Find("missing", "FIRST", "SECOND")?.Text);
    }

    private static TestHome Home(string number = "") =>
        new(
            Config,
            variables: new()
            {
                ["FLAG"] = "False",
                ["STYLE"] = "Virtual",
                ["NUMBER"] = number,
            }
        );

    private static SettingReader Reader(TestHome home) =>
        new(home.Environment, SharedConfig.Load(home.Environment).SelectProfile());
}
