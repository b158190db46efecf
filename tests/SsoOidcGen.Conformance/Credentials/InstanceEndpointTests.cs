using System.Text.Json;
using SsoOidcGen.Runtime;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Conformance.Credentials;

/// <summary>Where configuration says that the metadata of the instance is.</summary>
public sealed class InstanceEndpointTests : IDisposable
{
    private const string File = "imds-endpoint-tests.json";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ssooidcgen-");

    public static TheoryData<string> Cases => JsonCases.Names(File, "tests", "docs");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_endpoint_is_that_of_the_other_client(string name)
    {
        KnownDifferences.SkipListed(name);
        JsonElement test = JsonCases.Find(File, "tests", "docs", name);
        foreach ((string file, string text) in JsonCases.Texts(test.GetProperty("fs")))
        {
            System.IO.File.WriteAllText(Path.Combine(_folder.FullName, file), text);
        }

        Dictionary<string, string> variables = JsonCases.Texts(test.GetProperty("env"));
        if (variables.TryGetValue("AWS_CONFIG_FILE", out string? config))
        {
            variables["AWS_CONFIG_FILE"] = Path.Combine(_folder.FullName, config);
        }

        AwsEnvironment environment = new(_folder.FullName, variables);
        SettingReader settings = new(environment, SharedConfig.Load(environment).SelectProfile());
        string outcome;
        try
        {
            outcome = InstanceEndpoint.Resolve(settings).AbsoluteUri.TrimEnd('/') + "/latest/api/token";
        }
        catch (ConfigurationException)
        {
            outcome = "error";
        }

        JsonElement result = test.GetProperty("result");
        Assert.Equal(result.TryGetProperty("Ok", out JsonElement ok) ? ok.GetString() : "error", outcome);
    }
}
