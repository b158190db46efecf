using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests;

/// <summary>The settings of the instance metadata: each has a variable, a key of the profile and a default.</summary>
public sealed class InstanceSourceTests
{
    private static readonly InstanceSource s_default = new(
        new Uri("http://169.254.169.254"),
        TimeSpan.FromSeconds(1),
        4,
        InstanceProfile: null
    );

    [Fact]
    public void Each_has_a_default() => Assert.Equal(s_default, Find("", out _));

    [Theory]
    [InlineData("ec2_metadata_service_endpoint", "AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://[::1]:1/")]
    [InlineData("ec2_metadata_service_endpoint_mode", "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE", "ipv6")]
    [InlineData("ec2_metadata_service_endpoint_mode", "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE", "IPv4")]
    [InlineData("metadata_service_timeout", "AWS_METADATA_SERVICE_TIMEOUT", "3600")]
    [InlineData("metadata_service_num_attempts", "AWS_METADATA_SERVICE_NUM_ATTEMPTS", "100")]
    [InlineData("ec2_instance_profile_name", "AWS_EC2_INSTANCE_PROFILE_NAME", "role")]
    public void Each_is_read_from_the_profile_and_from_its_variable(string key, string variable, string value)
    {
        InstanceSource expected = value switch
        {
            "http://[::1]:1/" => s_default with { Endpoint = new Uri(value) },
            "ipv6" => s_default with { Endpoint = new Uri("http://[fd00:ec2::254]") },
            "3600" => s_default with { Timeout = TimeSpan.FromHours(1) },
            "100" => s_default with { MaxAttempts = 100 },
            "role" => s_default with { InstanceProfile = "role" },
            _ => s_default,
        };

        Assert.Equal(expected, Find($"{key} = {value}", out _));
        Assert.Equal(expected, Find("", out _, (variable, value)));
    }

    [Theory]
    [InlineData("AWS_METADATA_SERVICE_TIMEOUT", "0", "is '0'; it must be a whole number from 1 to 3600")]
    [InlineData("AWS_METADATA_SERVICE_TIMEOUT", "3601", "is '3601'; it must be a whole number from 1 to 3600")]
    [InlineData("AWS_METADATA_SERVICE_NUM_ATTEMPTS", "0", "is '0'; it must be a whole number from 1 to 100")]
    [InlineData("AWS_METADATA_SERVICE_NUM_ATTEMPTS", "101", "is '101'; it must be a whole number from 1 to 100")]
    [InlineData("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE", "IPv5", "is 'IPv5'; it must be IPv4 or IPv6")]
    [InlineData(
        "AWS_EC2_METADATA_SERVICE_ENDPOINT",
        "localhost",
        "must be an absolute http or https URL without query, such as https://localhost:8443"
    )]
    [InlineData("AWS_EC2_INSTANCE_PROFILE_NAME", " ", "is blank; name an instance profile's role or remove it")]
    public void What_it_cannot_be_is_refused(string variable, string value, string problem)
    {
        var error = Assert.Throws<ConfigurationException>(() => Find("", out _, (variable, value)));

        Assert.Equal($"environment variable {variable} {problem}.", error.Message);
    }

    [Theory]
    [InlineData("true", "environment variable AWS_EC2_METADATA_DISABLED is true")]
    [InlineData("True", "environment variable AWS_EC2_METADATA_DISABLED is true")]
    public void A_variable_switches_it_off(string value, string expected)
    {
        Assert.Null(Find("disable_ec2_metadata = false", out string reason, ("AWS_EC2_METADATA_DISABLED", value)));
        Assert.Equal(expected, reason);
    }

    [Fact]
    public void The_profile_switches_it_off()
    {
        Assert.Null(Find("disable_ec2_metadata = true", out string reason));
        Assert.EndsWith("config:2, section [default], key 'disable_ec2_metadata' is true", reason);
        Assert.NotNull(Find("disable_ec2_metadata = true", out _, ("AWS_EC2_METADATA_DISABLED", "false")));
        Assert.NotNull(Find("disable_ec2_metadata = yes", out _));
    }

    private static InstanceSource? Find(string line, out string reason, params (string Name, string Value)[] variables)
    {
        using TestHome home = new(
            $"[default]\n{line}",
            variables: variables.ToDictionary(static pair => pair.Name, static pair => pair.Value)
        );
        SharedConfig config = SharedConfig.Load(home.Environment);
        return InstanceSource.Find(
            new CredentialsSearch
            {
                Environment = home.Environment,
                Config = config,
                Profile = config.SelectProfile(),
            },
            out reason
        );
    }
}
