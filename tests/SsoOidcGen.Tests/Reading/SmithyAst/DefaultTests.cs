using SsoOidcGen.Model;

namespace SsoOidcGen.Tests.Reading.SmithyAst;

/// <summary>What members are taken for where they are absent (Smithy 2.0, "Default values").</summary>
public sealed class DefaultTests
{
    [Theory]
    [InlineData("String", "\"a\"", "a")]
    [InlineData("Boolean", "true", "true")]
    [InlineData("Boolean", "false", "false")]
    [InlineData("Byte", "-1", "-1")]
    [InlineData("Short", "2", "2")]
    [InlineData("Integer", "2147483647", "2147483647")]
    [InlineData("Integer", "-2147483648", "-2147483648")]
    [InlineData("Long", "9223372036854775807", "9223372036854775807")]
    [InlineData("Float", "3.4028235e38", "3.4028235e38")]
    [InlineData("Double", "1.7976931348623157e308", "1.7976931348623157e308")]
    [InlineData("Timestamp", "253402300799", "253402300799000")]
    [InlineData("Timestamp", "-62135596800", "-62135596800000")]
    [InlineData("Long", "3000000000", "3000000000")]
    [InlineData("Float", "1.5", "1.5")]
    [InlineData("Double", "-1e3", "-1e3")]
    [InlineData("Timestamp", "1.5", "1500")]
    [InlineData("Timestamp", "-1", "-1000")]
    [InlineData("Timestamp", "\"1970-01-01T00:00:02Z\"", "2000")]
    [InlineData("Blob", "\"AA==\"", "AA==")]
    [InlineData("Document", "{\"a\": [1]}", "{\"a\": [1]}")]
    [InlineData("String", "null", null)]
    [InlineData("PrimitiveInteger", "0", null)]
    public void Each_type_has_its_form(string type, string value, string? expected)
    {
        string model = """
            "users#User": {"type": "structure", "members": {
              "A": {"target": "smithy.api#TYPE", "traits": {"smithy.api#default": VALUE}}
            }}
            """;

        Assert.Equal(expected, Read(model.Replace("TYPE", type).Replace("VALUE", value)));
    }

    [Theory]
    [InlineData(""" "type": "list", "member": {"target": "smithy.api#String"} """, "[]")]
    [InlineData(
        """ "type": "map", "key": {"target": "smithy.api#String"}, "value": {"target": "smithy.api#String"} """,
        "{}"
    )]
    public void Collections_are_empty(string shape, string value)
    {
        string model = """
            "users#User": {"type": "structure", "members": {
              "A": {"target": "users#All", "traits": {"smithy.api#default": VALUE}}
            }},
            "users#All": {SHAPE}
            """;

        Assert.Equal("", Read(model.Replace("SHAPE", shape).Replace("VALUE", value)));
    }

    [Theory]
    [InlineData("", "\"smithy.api#clientOptional\": {}, ")]
    [InlineData("\"smithy.api#input\": {}", "")]
    public void Clients_leave_some_to_the_service(string traits, string ofMember)
    {
        string model = """
            "users#User": {"type": "structure", "traits": {TRAITS}, "members": {
              "A": {"target": "smithy.api#Integer", "traits": {MEMBER"smithy.api#default": 1}}
            }}
            """;

        Assert.Null(Read(model.Replace("TRAITS", traits).Replace("MEMBER", ofMember)));
    }

    private static string? Read(string shapes) =>
        SmithyReading.Structure(SmithyReading.ReadSound(shapes), "User").Members[0].Default?.Text;
}
