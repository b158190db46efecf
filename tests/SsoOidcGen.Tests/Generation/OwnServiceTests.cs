using SsoOidcGen.Testing;

namespace SsoOidcGen.Tests.Generating;

/// <summary>What is generated for a service that is not AWS's.</summary>
public sealed class OwnServiceTests
{
    [Fact]
    public void Its_client_requires_an_endpoint_and_knows_nothing_of_AWS()
    {
        string client = Generate("")["My.UsersClient/UsersClient.g.cs"];

        Assert.Contains("public UsersClient(ServiceClientOptions options)", client);
        Assert.Contains("public UsersClient(HttpClient httpClient, ServiceClientOptions options)", client);
        Assert.Contains(
            "/// <exception cref=\"ConfigurationException\"><see cref=\"ServiceClientOptions.Endpoint\"/> is not set.</exception>",
            client
        );
        Assert.DoesNotContain("SigningName", client);
        Assert.DoesNotContain("ResolveEndpoint", client);
    }

    [Theory]
    [InlineData("", """AuthScheme.FirstOf(AuthScheme.ApiKeyInHeader("Authorization", "ApiKey"), AuthScheme.Basic)""")]
    [InlineData(
        """ "smithy.api#auth": ["smithy.api#httpApiKeyAuth"] """,
        """AuthScheme.ApiKeyInHeader("Authorization", "ApiKey")"""
    )]
    [InlineData(""" "smithy.api#auth": ["smithy.api#httpBasicAuth"] """, "AuthScheme.Basic")]
    [InlineData(
        """ "smithy.api#auth": ["smithy.api#httpBasicAuth"], "smithy.api#optionalAuth": {} """,
        "AuthScheme.FirstOf(AuthScheme.Basic, AuthScheme.Anonymous)"
    )]
    public void An_operation_points_to_its_schemes(string traits, string scheme) =>
        Assert.Contains($"Auth = {scheme},", Generate(traits)["My.UsersClient/Operations/ListUsers.g.cs"]);

    [Theory]
    [InlineData("", "POST /service/Users/operation/ListUsers, with an API key, or with user name and password")]
    [InlineData(""" "smithy.api#auth": [] """, "POST /service/Users/operation/ListUsers, not signed")]
    public void The_reader_learns_how_it_is_called(string traits, string comment) =>
        Assert.Contains($"// {comment}\n", Generate(traits)["My.UsersClient/Operations/ListUsers.g.cs"]);

    [Fact]
    public void Where_no_member_can_be_the_body_a_streaming_blob_is_bytes_in_it()
    {
        Generation generation = Generation.Run(
            ModelText.Model(
                "users.json",
                """
                {"smithy": "2.0", "shapes": {
                  "users#Users": {
                    "type": "service", "version": "1", "operations": [{"target": "users#GetPhoto"}],
                    "traits": {"aws.protocols#restJson1": {}, "smithy.protocols#rpcv2Cbor": {}}
                  },
                  "users#GetPhoto": {
                    "type": "operation", "input": {"target": "users#Photo"}, "output": {"target": "users#Photo"},
                    "traits": {"smithy.api#http": {"method": "POST", "uri": "/photo"}}
                  },
                  "users#Photo": {
                    "type": "structure",
                    "members": {"data": {"target": "users#Data", "traits": {"smithy.api#httpPayload": {}}}}
                  },
                  "users#Data": {"type": "blob", "traits": {"smithy.api#streaming": {}, "smithy.api#requiresLength": {}}}
                }}
                """,
                "My||||rpcv2Cbor"
            )
        );

        Assert.Empty(generation.Diagnostics);
        Assert.Empty(generation.CompilerDiagnostics);
        Assert.Contains(generation.Files.Values, static file => file.Contains("public ReadOnlyMemory<byte>? Data "));
    }

    [Theory]
    [InlineData("smithy.protocols#rpcv2Cbor")]
    [InlineData("aws.protocols#awsJson1_0")]
    [InlineData("aws.protocols#awsJson1_1")]
    [InlineData("aws.protocols#awsQuery")]
    [InlineData("aws.protocols#ec2Query")]
    [InlineData("aws.protocols#restJson1")]
    [InlineData("aws.protocols#restXml")]
    public void It_speaks_any_protocol(string protocol)
    {
        IReadOnlyDictionary<string, string> files = Generate("", protocol);

        Assert.Contains("options)", files["My.UsersClient/UsersClient.g.cs"]);
        Assert.Contains("ApiKeyInHeader", files["My.UsersClient/Operations/ListUsers.g.cs"]);
    }

    private static IReadOnlyDictionary<string, string> Generate(
        string traits,
        string protocol = "smithy.protocols#rpcv2Cbor"
    )
    {
        string separator = string.IsNullOrWhiteSpace(traits) ? "" : ",";
        Generation generation = Generation.Run(
            ModelText.Model(
                "users.json",
                $$$"""
                {"smithy": "2.0", "shapes": {
                  "users#Users": {
                    "type": "service", "version": "1", "operations": [{"target": "users#ListUsers"}],
                    "traits": {
                      "{{{protocol}}}": {}, "smithy.api#httpBasicAuth": {},
                      "smithy.api#xmlNamespace": {"uri": "https://users.example/"},
                      "smithy.api#httpApiKeyAuth": {"name": "Authorization", "in": "header", "scheme": "ApiKey"}
                    }
                  },
                  "users#ListUsers": {"type": "operation", "traits": {
                    "smithy.api#http": {"method": "POST", "uri": "/users"}{{{separator}}} {{{traits}}}
                  }}
                }}
                """,
                "My|||"
            )
        );
        Assert.Empty(generation.Diagnostics);
        Assert.Empty(generation.CompilerDiagnostics);
        return generation.Files;
    }
}
