using System.Text.Json;
using SsoOidcGen.Runtime;

namespace SsoOidcGen.Conformance.Credentials;

/// <summary>Where the two files are.</summary>
public sealed class FileLocationTests
{
    private const string File = "file-location-tests.json";

    public static TheoryData<string> Cases => JsonCases.Names(File, "tests", "name");

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_files_are_where_the_other_client_looks(string name)
    {
        JsonElement test = JsonCases.Find(File, "tests", "name", name);
        bool isWindows = test.GetProperty("platform").GetString() == "windows";
        Assert.SkipWhen(isWindows != OperatingSystem.IsWindows(), "The case is for another platform.");
        Dictionary<string, string> variables = JsonCases.Texts(test.GetProperty("environment"));
        AwsEnvironment environment = new(variables.GetValueOrDefault("HOME", "/home"), variables);

        Assert.Equal(test.GetProperty("configLocation").GetString(), environment.ConfigFile);
        Assert.Equal(test.GetProperty("credentialsLocation").GetString(), environment.CredentialsFile);
    }
}
