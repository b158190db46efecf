namespace SsoOidcGen.Runtime.Tests;

public sealed class AwsEnvironmentTests
{
    [Fact]
    public void Files_are_in_the_home_directory_unless_variables_say_otherwise()
    {
        AwsEnvironment plain = new("/home/u");
        AwsEnvironment moved = new(
            "/home/u",
            new Dictionary<string, string>
            {
                ["AWS_CONFIG_FILE"] = "~/elsewhere",
                ["AWS_SHARED_CREDENTIALS_FILE"] = "/etc/$WHO/${WHO}$NOBODY",
                ["WHO"] = "me",
            }
        );

        Assert.Equal(Path.Combine("/home/u", ".aws", "config"), plain.ConfigFile);
        Assert.Equal(Path.Combine("/home/u", ".aws", "credentials"), plain.CredentialsFile);
        Assert.Equal("/home/u/elsewhere", moved.ConfigFile);
        Assert.Equal("/etc/me/me$NOBODY", moved.CredentialsFile);
    }

    [Fact]
    public void An_empty_variable_is_not_set()
    {
        AwsEnvironment environment = new("/", new Dictionary<string, string> { ["AWS_REGION"] = "" });

        Assert.Null(environment.Variable("AWS_REGION"));
    }

    [Theory]
    [InlineData("/etc/aws", "/etc/aws")]
    [InlineData("", "")]
    [InlineData("~", "/home/u")]
    [InlineData("~/x", "/home/u/x")]
    [InlineData("~other/x", "~other/x")]
    [InlineData("/x/~", "/x/~")]
    [InlineData("$WHO", "me")]
    [InlineData("$WHO/x", "me/x")]
    [InlineData("${WHO}", "me")]
    [InlineData("${WHO}x/$WHO", "mex/me")]
    [InlineData("/$A_1-x", "/short-x")]
    [InlineData("/$WHOM", "/$WHOM")]
    [InlineData("/${NOBODY}/x", "/${NOBODY}/x")]
    [InlineData("$TILDE/x", "/home/u/x")]
    [InlineData("$", "$")]
    [InlineData("$$WHO", "$me")]
    [InlineData("/a$/b", "/a$/b")]
    [InlineData("${}", "${}")]
    [InlineData("${}$WHO", "${}me")]
    [InlineData("${WHO", "${WHO")]
    public void A_path_is_expanded_as_a_shell_would(string path, string expanded)
    {
        AwsEnvironment environment = new(
            "/home/u",
            new Dictionary<string, string>
            {
                ["WHO"] = "me",
                ["A_1"] = "short",
                ["TILDE"] = "~",
                ["ONE"] = "1",
            }
        );

        Assert.Equal(expanded, environment.ExpandPath(path));
        Assert.Equal("1", environment.Variable("ONE"));
    }

    [Fact]
    public void Without_variables_there_are_none() => Assert.Null(new AwsEnvironment("/home/u").Variable("AWS_REGION"));
}
