using System.Text;
using System.Text.Json;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Runtime.Tests;

public sealed class ConfiguredEndpointTests
{
    private const string FromRules = "amazonaws.com";

    [Fact]
    public void Every_public_case_finds_its_endpoint()
    {
        using JsonDocument data = JsonDocument.Parse(
            File.ReadAllText(Repository.DataOrSkip("configured-endpoint-urls.json"))
        );

        foreach (JsonElement suite in data.RootElement.GetProperty("testSuites").EnumerateArray())
        {
            Assert.All(suite.GetProperty("endpointUrlTests").EnumerateArray(), test => AssertEndpoint(suite, test));
        }
    }

    [Fact]
    public void An_endpoint_is_found_under_the_services_id()
    {
        using TestHome variable = new(variables: new() { ["AWS_ENDPOINT_URL_SSO_OIDC"] = "http://localhost:1/x" });
        using TestHome block = new(
            "[default]\nservices = s\n[services s]\nsso_oidc =\n  endpoint_url = http://localhost:2\nsso =\n  endpoint_url = http://localhost:3"
        );

        Assert.Equal("http://localhost:1/x", variable.Resolve().Endpoint?.OriginalString);
        Assert.Null(variable.Resolve(serviceId: "SSO").Endpoint);
        Assert.Equal(2, block.Resolve().Endpoint?.Port);
        Assert.Equal(3, block.Resolve(serviceId: "SSO").Endpoint?.Port);
    }

    [Fact]
    public void A_services_section_that_is_not_there_is_named()
    {
        using TestHome home = new("[default]\nservices = nowhere\n[services here]");

        var error = Assert.Throws<ConfigurationException>(() => home.Resolve());

        Assert.Contains($"{home.Environment.ConfigFile}:2", error.Message, StringComparison.Ordinal);
        Assert.Contains("[services nowhere]", error.Message, StringComparison.Ordinal);
        Assert.Contains("here.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_variable_comes_before_a_services_section_that_is_not_there()
    {
        using TestHome home = new(
            "[default]\nservices = nowhere",
            variables: new() { ["AWS_ENDPOINT_URL"] = "http://localhost" }
        );

        Assert.Equal("localhost", home.Resolve().Endpoint?.Host);
    }

    private static void AssertEndpoint(JsonElement suite, JsonElement test)
    {
        JsonElement Part(string group, string name) =>
            suite.GetProperty(group).GetProperty(test.GetProperty(name).GetString()!);

        JsonElement client = Part("client_configs", "client_config");
        var variables = Part("environments", "environment").Deserialize<Dictionary<string, string>>();
        using TestHome home = new(ConfigOf(suite), variables: variables);

        Uri? endpoint = home.Resolve(
            new ServiceClientOptions
            {
                Profile = test.GetProperty("profile").GetString(),
                Endpoint = client.TryGetProperty("endpoint_url", out JsonElement url)
                    ? new Uri(url.GetString()!)
                    : null,
                IgnoreConfiguredEndpointUrls = client.TryGetProperty(
                    "ignore_configured_endpoint_urls",
                    out JsonElement ignore
                )
                    ? ignore.GetBoolean()
                    : null,
            },
            test.GetProperty("service").GetString()!
        ).Endpoint;

        string expected = test.GetProperty("output").GetProperty("endpointUrl").GetString()!;
        if (expected.Contains(FromRules, StringComparison.Ordinal))
        {
            Assert.Null(endpoint);
        }
        else
        {
            Assert.Equal(expected, endpoint?.OriginalString);
        }
    }

    private static string ConfigOf(JsonElement suite)
    {
        StringBuilder config = new();
        foreach (JsonProperty profile in suite.GetProperty("profiles").EnumerateObject())
        {
            config.AppendLine($"[profile {profile.Name}]");
            foreach (JsonProperty setting in profile.Value.EnumerateObject())
            {
                config.AppendLine($"{setting.Name} = {setting.Value}");
            }
        }

        foreach (JsonProperty services in suite.GetProperty("services").EnumerateObject())
        {
            config.AppendLine($"[services {services.Name}]");
            foreach (JsonProperty service in services.Value.EnumerateObject())
            {
                config.AppendLine($"{service.Name} =");
                foreach (JsonProperty setting in service.Value.EnumerateObject())
                {
                    config.AppendLine($"  {setting.Name} = {setting.Value}");
                }
            }
        }

        return config.ToString();
    }
}
