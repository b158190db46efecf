using SsoOidcGen.Model;

namespace SsoOidcGen.Tests.Reading.SmithyAst;

/// <summary>What is told about the errors of a service.</summary>
public sealed class ErrorShapeTests
{
    private const string QueryError = "\"aws.protocols#awsQueryError\"";

    [Theory]
    [InlineData(""" "smithy.api#error": "client" """, "Gone", 0, false, false, false)]
    [InlineData(""" "smithy.api#error": "server" """, "Gone", 0, true, false, false)]
    [InlineData(""" "smithy.api#error": "client", "smithy.api#httpError": 410 """, "Gone", 410, false, false, false)]
    [InlineData(""" "smithy.api#error": "client", "smithy.api#httpError": 1 """, "Gone", 1, false, false, false)]
    [InlineData(""" "smithy.api#error": "client", "smithy.api#httpError": 999 """, "Gone", 999, false, false, false)]
    [InlineData(""" "smithy.api#error": "client", "smithy.api#httpError": 1000 """, "Gone", 0, false, false, false)]
    [InlineData(""" "smithy.api#error": "client", "smithy.api#httpError": -1 """, "Gone", 0, false, false, false)]
    [InlineData(""" "smithy.api#error": "client", "smithy.api#retryable": {} """, "Gone", 0, false, true, false)]
    [InlineData(
        """ "smithy.api#error": "client", "smithy.api#retryable": {"throttling": true} """,
        "Gone",
        0,
        false,
        true,
        true
    )]
    [InlineData(
        $$""" "smithy.api#error": "client", {{QueryError}}: {"code": "Users.Gone", "httpResponseCode": 404} """,
        "Users.Gone",
        404,
        false,
        false,
        false
    )]
    [InlineData(
        $$""" "smithy.api#error": "client", "smithy.api#httpError": 410, {{QueryError}}: {"code": "Users.Gone", "httpResponseCode": 404} """,
        "Users.Gone",
        410,
        false,
        false,
        false
    )]
    public void An_error_has_a_code_a_status_and_says_whose_fault_it_is(
        string traits,
        string code,
        int status,
        bool isServerFault,
        bool isRetryable,
        bool isThrottling
    )
    {
        Assert.Equal(new ErrorTrait(code, status, isServerFault, isRetryable, isThrottling), Read("awsQuery", traits));
    }

    [Fact]
    public void Codes_of_the_query_protocols_are_theirs_alone() =>
        Assert.Equal(
            new ErrorTrait("Gone", 0, false, false, false),
            Read(
                "restJson1",
                $$""" "smithy.api#error": "client", {{QueryError}}: {"code": "A", "httpResponseCode": 404} """
            )
        );

    private static ErrorTrait? Read(string protocol, string traits)
    {
        ServiceModel model = SmithyReading.ReadSound(
            $$$"""
            "users#Users": {
              "type": "service", "version": "1", "operations": [{"target": "users#ListUsers"}],
              "traits": {
                "aws.protocols#{{{protocol}}}": {}, "aws.api#service": {"sdkId": "Users"},
                "smithy.api#xmlNamespace": {"uri": "https://users.example"}
              }
            },
            "users#ListUsers": {
              "type": "operation",
              "errors": [{"target": "users#Gone"}],
              "traits": {"smithy.api#http": {"method": "GET", "uri": "/users"}}
            },
            "users#Gone": {"type": "structure", "members": {}, "traits": { {{{traits}}} }}
            """
        );
        return SmithyReading.Structure(model, "Gone").Error;
    }
}
