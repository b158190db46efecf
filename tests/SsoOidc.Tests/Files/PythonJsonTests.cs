using System.Text.Json.Nodes;

namespace SsoOidc.Tests.Files;

/// <summary>What Python's <c>json.dumps</c> writes, since names of cache entries are hashes of it.</summary>
public sealed class PythonJsonTests
{
    private const string Json =
        """{"text":"a","empty":"","number":1.50,"yes":true,"no":false,"none":null,"list":[1,"b",[],null],"object":{"x":{}}}""";

    [Fact]
    public void Blanks_follow_commas_and_colons() =>
        Assert.Equal(
            """{"text": "a", "empty": "", "number": 1.50, "yes": true, "no": false, "none": null, "list": [1, "b", [], null], "object": {"x": {}}}""",
            PythonJson.Write(JsonNode.Parse(Json)!)
        );

    [Fact]
    public void Minified_there_are_none() => Assert.Equal(Json, PythonJson.WriteMinified(JsonNode.Parse(Json)!));

    [Theory]
    [InlineData("\"", @"\""")]
    [InlineData("\\", @"\\")]
    [InlineData("\n", @"\n")]
    [InlineData("\r", @"\r")]
    [InlineData("\t", @"\t")]
    [InlineData("\b", @"\b")]
    [InlineData("\f", @"\f")]
    [InlineData("\0", @"\u0000")]
    [InlineData("\u001f", @"\u001f")]
    [InlineData(" ~", " ~")]
    [InlineData("\u007f", @"\u007f")]
    [InlineData("é", @"\u00e9")]
    [InlineData("😀", @"\ud83d\ude00")]
    [InlineData("/<>&'+", "/<>&'+")]
    public void Only_visible_ASCII_stands_as_it_is(string text, string written)
    {
        Assert.Equal($"\"{written}\"", PythonJson.Write(JsonValue.Create(text)));
        Assert.Equal($"{{\"{written}\": 1}}", PythonJson.Write(new JsonObject { [text] = 1 }));
    }
}
