using SsoOidcGen.Model;

namespace SsoOidcGen.Tests.Reading.SmithyAst;

/// <summary>How services that are not AWS's learn who calls.</summary>
public sealed class AuthenticationTests
{
    [Fact]
    public void A_service_that_is_not_of_AWS_has_neither_endpoint_nor_signing_name()
    {
        ServiceMetadata service = Read("""{"name": "X-Api-Key", "in": "header"}""").Metadata;

        Assert.Null(service.EndpointPrefix);
        Assert.Null(service.SigningName);
        Assert.Equal(("Users", "Users"), (service.ServiceId, service.FullName));
    }

    [Theory]
    [InlineData("""{"name": "X-Api-Key", "in": "header"}""", "X-Api-Key", false, null)]
    [InlineData("""{"name": "Authorization", "in": "header", "scheme": "ApiKey"}""", "Authorization", false, "ApiKey")]
    [InlineData("""{"name": "K", "in": "header", "scheme": "!"}""", "K", false, "!")]
    [InlineData("""{"name": "a0!#$%&'*+-.^_`|~", "in": "header"}""", "a0!#$%&'*+-.^_`|~", false, null)]
    [InlineData("""{"name": "api key", "in": "query"}""", "api key", true, null)]
    public void The_model_says_where_an_API_key_travels(string trait, string name, bool isInQuery, string? scheme) =>
        Assert.Equal(new ApiKeyTrait(name) { IsInQuery = isInQuery, Scheme = scheme }, Read(trait).Metadata.ApiKey);

    [Fact]
    public void Without_a_list_the_schemes_are_in_the_order_of_their_ids() =>
        Assert.Equal(
            [AuthScheme.ApiKey, AuthScheme.Basic, AuthScheme.Bearer],
            Read("""{"name": "X-Api-Key", "in": "header"}""").Metadata.AuthSchemes
        );

    [Theory]
    [InlineData("[]", "None")]
    [InlineData("""["smithy.api#httpBearerAuth", "smithy.api#httpApiKeyAuth"]""", "Bearer, ApiKey")]
    public void The_list_of_the_service_counts(string list, string schemes) =>
        Assert.Equal(
            schemes,
            string.Join(
                ", ",
                Read("""{"name": "X-Api-Key", "in": "header"}""", $", \"smithy.api#auth\": {list}").Metadata.AuthSchemes
            )
        );

    [Theory]
    [InlineData(""" "smithy.api#auth": ["smithy.api#httpBasicAuth"] """, "Basic")]
    [InlineData(""" "smithy.api#auth": [] """, "None")]
    [InlineData(""" "smithy.api#auth": ["smithy.api#httpBasicAuth"], "smithy.api#optionalAuth": {} """, "Basic, None")]
    [InlineData(""" "smithy.api#optionalAuth": {} """, "ApiKey, Basic, Bearer, None")]
    public void An_operation_has_schemes_of_its_own(string traits, string schemes)
    {
        ServiceModel model = Read("""{"name": "X-Api-Key", "in": "header"}""", operation: traits);

        Assert.Equal(schemes, string.Join(", ", Assert.Single(model.Operations).AuthSchemes));
    }

    [Fact]
    public void Who_signs_for_a_service_of_its_own_still_has_a_signing_name()
    {
        ServiceMetadata service = SmithyReading
            .ReadSound(
                """
                "users#Users": {
                  "type": "service", "version": "1", "operations": [{"target": "users#ListUsers"}],
                  "traits": {"aws.protocols#restJson1": {}, "aws.auth#sigv4": {"name": "execute-api"}}
                }
                """
            )
            .Metadata;

        Assert.Equal((null, "execute-api"), (service.EndpointPrefix, service.SigningName));
    }

    private static ServiceModel Read(string apiKey, string service = "", string operation = "") =>
        SmithyReading.ReadSound(
            $$"""
            "users#Users": {
              "type": "service", "version": "1", "operations": [{"target": "users#ListUsers"}],
              "traits": {
                "smithy.protocols#rpcv2Cbor": {}, "smithy.api#httpBearerAuth": {}, "smithy.api#httpBasicAuth": {},
                "smithy.api#httpApiKeyAuth": {{apiKey}} {{service}}
              }
            },
            "users#ListUsers": {"type": "operation", "traits": { {{operation}} } }
            """
        );
}
