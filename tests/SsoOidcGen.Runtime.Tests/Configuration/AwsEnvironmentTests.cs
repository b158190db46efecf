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
}
