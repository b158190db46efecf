using System.Text.Json;
using SsoOidcGen.Runtime;

namespace SsoOidcGen.Conformance.Credentials;

/// <summary>Which address the variables of a container give.</summary>
public sealed class ContainerEndpointTests
{
    private const string File = "ecs-tests.json";

    public static TheoryData<string> Cases => JsonCases.Names(File, "tests", "docs");

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_address_is_that_of_the_other_client(string name)
    {
        JsonElement test = JsonCases.Find(File, "tests", "docs", name);
        AwsEnvironment environment = new("/home", JsonCases.Texts(test.GetProperty("env")));

        string outcome;
        try
        {
            outcome = ContainerEndpoint.IsConfigured(environment)
                ? ContainerEndpoint.Resolve(environment).AbsoluteUri
                : "not configured";
        }
        catch (ConfigurationException)
        {
            outcome = "error";
        }

        JsonElement result = test.GetProperty("result");
        string expected =
            result.TryGetProperty("Ok", out JsonElement ok) ? ok.GetString()!
            : result.GetProperty("ErrorContains").GetString()!.StartsWith("No environment", StringComparison.Ordinal)
                ? "not configured"
            : "error";
        Assert.Equal(expected, outcome);
    }
}
