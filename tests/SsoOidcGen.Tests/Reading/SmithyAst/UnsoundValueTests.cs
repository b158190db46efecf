namespace SsoOidcGen.Tests.Reading.SmithyAst;

/// <summary>Defaults and endpoint parameters of another type than what they are for.</summary>
public sealed class UnsoundValueTests
{
    [Theory]
    [InlineData("String", "«7»")]
    [InlineData("Boolean", "«\"true\"»")]
    [InlineData("Integer", "«2147483648»")]
    [InlineData("Integer", "«1.5»")]
    [InlineData("Integer", "«-2147483649»")]
    [InlineData("Double", "«1e309»")]
    [InlineData("Timestamp", "«253402300800»")]
    [InlineData("Timestamp", "«-62135596801»")]
    [InlineData("Timestamp", "«1e30»")]
    [InlineData("Long", "«9223372036854775808»")]
    [InlineData("Float", "«1e39»")]
    [InlineData("Double", "«\"1\"»")]
    [InlineData("Timestamp", "«\"yesterday\"»")]
    [InlineData("Blob", "«\"%\"»")]
    public void A_default_is_a_value_of_the_members_type(string type, string value) =>
        SmithyReading.ReadUnsound("SSOGEN004", SmithyReading.Model(Member($"smithy.api#{type}", value)));

    [Theory]
    [InlineData("users#UserList", "«[»1]")]
    [InlineData("users#UserList", "«{»}")]
    [InlineData("users#Other", "«{»}")]
    public void A_default_of_an_aggregate_can_only_be_an_empty_list_or_map(string target, string value) =>
        SmithyReading.ReadUnsound("SSOGEN004", SmithyReading.Model(Member(target, value)));

    [Fact]
    public void A_default_that_clients_ignore_is_not_checked() =>
        SmithyReading.ReadSound(Member("smithy.api#String", """7, "smithy.api#clientOptional": {}"""));

    [Theory]
    [InlineData(""" "smithy.rules#clientContextParams": {"Flag": {"type": «"string"»}}, """, "", "")]
    [InlineData("", """ "smithy.rules#staticContextParams": {"Flag": {"value": «"on"»}} """, "")]
    [InlineData("", """ "smithy.rules#staticContextParams": {"Text": {"value": «true»}} """, "")]
    [InlineData("", """ "smithy.rules#staticContextParams": {"Texts": {"value": «"one"»}} """, "")]
    [InlineData("", """ "smithy.rules#operationContextParams": {"Flag": {"path": «"Name"»}} """, "")]
    [InlineData("", """ "smithy.rules#operationContextParams": {"Texts": {"path": «"Name"»}} """, "")]
    [InlineData("", "", """ "smithy.rules#contextParam": {"name": «"Flag"»} """)]
    [InlineData("", "", """ "smithy.rules#contextParam": {"name": «"Texts"»} """)]
    public void An_endpoint_parameter_gets_a_value_of_its_type(string service, string operation, string member) =>
        SmithyReading.ReadUnsound(
            "SSOGEN021",
            SmithyReading.Model(
                $$$"""
                "users#Users": {
                  "type": "service", "version": "1", "operations": [{"target": "users#Find"}],
                  "traits": {
                    "aws.protocols#awsJson1_0": {},
                    {{{service}}}
                    "smithy.rules#endpointRuleSet": {
                      "version": "1.0",
                      "parameters": {"Flag": {"type": "boolean"}, "Text": {"type": "string"}, "Texts": {"type": "stringArray"}},
                      "rules": [{"type": "endpoint", "endpoint": {"url": "https://users.example"}}]
                    }
                  }
                },
                "users#Find": {
                  "type": "operation", "input": {"target": "users#FindInput"}, "traits": { {{{operation}}} }
                },
                "users#FindInput": {
                  "type": "structure",
                  "members": {"Name": {"target": "smithy.api#String", "traits": { {{{member}}} } } }
                }
                """
            )
        );

    private static string Member(string target, string value) =>
        $$$"""
            "users#User": {
              "type": "structure",
              "members": {"A": {"target": "{{{target}}}", "traits": {"smithy.api#default": {{{value}}} } } }
            },
            "users#Other": {"type": "structure", "members": {}}
            """;
}
