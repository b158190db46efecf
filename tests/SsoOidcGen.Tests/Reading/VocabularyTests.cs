namespace SsoOidcGen.Tests.Reading;

/// <summary>What clients can ignore without harm is not reported.</summary>
public sealed class VocabularyTests
{
    [Fact]
    public void Properties_that_no_client_needs_are_passed_over() =>
        ModelReading.ReadSound(
            """
            {
              "version": "2.0",
              "examples": {},
              "documentation": "d",
              "deprecated": true,
              "deprecatedMessage": "m",
              "deprecatedSince": "2026-01-31",
              "metadata": {
                "apiVersion": "2026-01-31", "auth": ["aws.auth#sigv4"], "endpointPrefix": "users", "jsonVersion": "1.1",
                "protocol": "rest-json", "protocols": ["rest-json"], "protocolSettings": {}, "serviceAbbreviation": "U",
                "serviceFullName": "Users", "serviceId": "Users", "signatureVersion": "v4", "signingName": "users",
                "targetPrefix": "Users", "xmlNamespace": "urn:users", "globalEndpoint": "users.example",
                "checksumFormat": "sha256", "ripServiceName": "users", "uid": "users-2026-01-31"
              },
              "operations": {
                "List": {
                  "name": "List", "idempotent": true, "readonly": true, "endpointoperation": true, "documentation": "d",
                  "http": {"method": "POST", "requestUri": "/"},
                  "input": {"shape": "Page"}, "output": {"shape": "Page"},
                  "deprecated": true, "deprecatedMessage": "m", "deprecatedSince": "2026-01-31"
                }
              },
              "shapes": {
                "Page": {
                  "type": "structure", "event": true, "synthetic": true, "wrapper": true, "xmlOrder": ["Token"],
                  "members": {
                    "Token": {"shape": "Text", "box": true, "enum": ["a"]},
                    "Texts": {"shape": "Texts"}
                  }
                },
                "Text": {"type": "string", "box": true, "min": 0, "max": 9, "pattern": "a*"},
                "Texts": {
                  "type": "list", "max": 9,
                  "member": {
                    "shape": "Text", "documentation": "d",
                    "deprecated": true, "deprecatedMessage": "m", "deprecatedSince": "2026-01-31"
                  }
                }
              }
            }
            """,
            (
                "paginators-1.json",
                """
                {
                  "pagination": {
                    "List": {
                      "input_token": "Token", "output_token": "Token", "result_key": "Texts",
                      "non_aggregate_keys": ["Token"]
                    }
                  }
                }
                """
            )
        );

    [Theory]
    [InlineData("aws.api#arn")]
    [InlineData("aws.api#arnReference")]
    [InlineData("aws.api#clientEndpointDiscovery")]
    [InlineData("aws.api#controlPlane")]
    [InlineData("aws.api#data")]
    [InlineData("aws.api#dataPlane")]
    [InlineData("aws.api#taggable")]
    [InlineData("aws.api#tagEnabled")]
    [InlineData("example#ours")]
    [InlineData("smithy.api#addedDefault")]
    [InlineData("smithy.api#clientOptional")]
    [InlineData("smithy.api#cors")]
    [InlineData("smithy.api#externalDocumentation")]
    [InlineData("smithy.api#idempotent")]
    [InlineData("smithy.api#idRef")]
    [InlineData("smithy.api#input")]
    [InlineData("smithy.api#internal")]
    [InlineData("smithy.api#nestedProperties")]
    [InlineData("smithy.api#noReplace")]
    [InlineData("smithy.api#notProperty")]
    [InlineData("smithy.api#output")]
    [InlineData("smithy.api#pattern")]
    [InlineData("smithy.api#private")]
    [InlineData("smithy.api#property")]
    [InlineData("smithy.api#readonly")]
    [InlineData("smithy.api#recommended")]
    [InlineData("smithy.api#references")]
    [InlineData("smithy.api#resourceIdentifier")]
    [InlineData("smithy.api#since")]
    [InlineData("smithy.api#suppress")]
    [InlineData("smithy.api#tags")]
    [InlineData("smithy.api#title")]
    [InlineData("smithy.api#trait")]
    [InlineData("smithy.api#uniqueItems")]
    [InlineData("smithy.api#unstable")]
    [InlineData("smithy.test#smokeTests")]
    public void Traits_that_no_client_needs_are_passed_over(string trait) =>
        SmithyAst.SmithyReading.ReadSound(
            """
            "users#User": {
              "type": "structure",
              "members": {"Name": {"target": "smithy.api#String", "traits": {"TRAIT": {}}}},
              "traits": {"TRAIT": {}}
            },
            "users#ListUsers": {
              "type": "operation",
              "input": {"target": "users#ListUsersRequest"},
              "output": {"target": "users#ListUsersResponse"},
              "traits": {"smithy.api#http": {"method": "GET", "uri": "/users"}, "TRAIT": {}}
            }
            """.Replace("TRAIT", trait)
        );

    [Theory]
    [InlineData("aws.api#unheardOf")]
    [InlineData("aws.auth#unheardOf")]
    [InlineData("aws.protocols#unheardOf")]
    [InlineData("smithy.api#unheardOf")]
    [InlineData("smithy.protocols#unheardOf")]
    public void Traits_that_may_change_calls_are_reported(string trait) =>
        SmithyAst.SmithyReading.ReadUnsound(
            "SSOGEN011",
            SmithyAst.SmithyReading.Model(
                """
                "users#User": {"type": "structure", "members": {"Name": {
                  "target": "smithy.api#String", "traits": {«"TRAIT"»: {}}
                }}}
                """.Replace("TRAIT", trait)
            )
        );
}
