using SsoOidcGen.Runtime;

namespace SsoOidc.Tests.Profiles;

public sealed class AwsProfileTests : IDisposable
{
    private const string Keys = "aws_access_key_id = AKIDEXAMPLE\naws_secret_access_key = secret\n";

    private readonly TempFolder _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task A_profile_gives_clients_its_region_and_its_credentials()
    {
        AwsProfile profile = Load($"[profile dev]\nregion = eu-west-1\n{Keys}", "dev");

        Assert.Equal(("dev", "eu-west-1"), (profile.Name, profile.Region));
        Assert.Equal("AwsProfile { Name = dev, Region = eu-west-1 }", profile.ToString());
        ServiceClientOptions options = profile.ClientOptions;
        Assert.Equal(("dev", "eu-west-1"), (options.Profile, options.Region));
        Assert.Equal(_home.Path, options.Environment.HomeDirectory);
        Assert.Same(profile.Credentials, options.Credentials);
        AwsCredentials credentials = await profile.Credentials.GetCredentialsAsync(
            TestContext.Current.CancellationToken
        );
        Assert.Equal("AKIDEXAMPLE", credentials.AccessKeyId);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("region =\n", null)]
    [InlineData("region = r\n", "r")]
    public void A_region_is_optional(string line, string? region) =>
        Assert.Equal(region, Load($"[profile dev]\n{line}{Keys}", "dev").Region);

    [Theory]
    [InlineData(null, null, "default")]
    [InlineData(null, "dev", "dev")]
    [InlineData("test", "dev", "test")]
    public void Which_profile_it_is_code_says_before_the_environment(string? name, string? variable, string expected) =>
        Assert.Equal(
            expected,
            Load($"[default]\n{Keys}[profile dev]\n{Keys}[profile test]\n{Keys}", name, variable).Name
        );

    [Fact]
    public void A_profile_that_is_not_there_is_named()
    {
        var error = Assert.Throws<ConfigurationException>(() => Load($"[default]\n{Keys}", "dev"));

        Assert.StartsWith("Profile 'dev' is not in ", error.Message);
    }

    private AwsProfile Load(string config, string? name, string? variable = null)
    {
        Directory.CreateDirectory(_home.File(".aws"));
        File.WriteAllText(_home.File(".aws/config"), config);
        Dictionary<string, string> variables = new() { ["AWS_PROFILE"] = variable ?? "" };
        return AwsProfile.Load(name, new AwsEnvironment(_home.Path, variables));
    }
}
