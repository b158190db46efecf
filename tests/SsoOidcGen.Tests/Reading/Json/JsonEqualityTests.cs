using SsoOidcGen.Diagnostics;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Tests.Reading.Json;

public sealed class JsonEqualityTests
{
    [Theory]
    [InlineData("\"a\"", "\"\\u0061\"", true)]
    [InlineData("\"a\"", "\"b\"", false)]
    [InlineData("true", "true", true)]
    [InlineData("false", "false", true)]
    [InlineData("true", "false", false)]
    [InlineData("1", "1", true)]
    [InlineData("1", "1.0", true)]
    [InlineData("10", "1e1", true)]
    [InlineData("1", "2", false)]
    [InlineData("1e999", "1e999", true)]
    [InlineData("1e999", "1e998", false)]
    [InlineData("1", "1e999", false)]
    [InlineData("null", "null", true)]
    [InlineData("null", "false", false)]
    [InlineData("1", "\"1\"", false)]
    [InlineData("[]", "[]", true)]
    [InlineData("[1, 2]", "[1, 2]", true)]
    [InlineData("[1, 2]", "[2, 1]", false)]
    [InlineData("[1, 2]", "[1, 3]", false)]
    [InlineData("[1]", "[1, 2]", false)]
    [InlineData("{}", "{}", true)]
    [InlineData("{}", "[]", false)]
    [InlineData("""{"a": 1, "b": [2]}""", """{"b": [2], "a": 1}""", true)]
    [InlineData("""{"a": 1}""", """{"a": 2}""", false)]
    [InlineData("""{"a": 1}""", """{"b": 1}""", false)]
    [InlineData("""{"a": 1}""", """{"a": 1, "b": 2}""", false)]
    public void Values_are_equal_however_they_are_written(string left, string right, bool areEqual)
    {
        Assert.Equal(areEqual, JsonEquality.AreEqual(Parse(left), Parse(right)));
        Assert.Equal(areEqual, JsonEquality.AreEqual(Parse(right), Parse(left)));
    }

    private static JsonValue Parse(string text) =>
        JsonParser.Parse(new JsonFile("value.json", text), new DiagnosticBag(), CancellationToken.None)!;
}
