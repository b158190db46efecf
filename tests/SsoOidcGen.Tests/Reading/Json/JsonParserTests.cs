using System.Text.Json;
using CsCheck;
using SsoOidcGen.Diagnostics;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Tests.Reading.Json;

public sealed class JsonParserTests
{
    [Fact]
    public void Values_of_every_kind_are_read_in_order()
    {
        JsonObject root = ParseObject(
            """{"text":"a\n\"\u00e9\ud83d\ude00\/","number":-1.50e2,"yes":true,"no":false,"nothing":null,"list":[1,[]]}"""
        );

        Assert.Equal(["text", "number", "yes", "no", "nothing", "list"], root.Properties.Select(p => p.Name));
        Assert.Equal("a\n\"é😀/", Assert.IsType<JsonString>(root["text"]).Value);
        Assert.Equal("-1.50e2", Assert.IsType<JsonNumber>(root["number"]).Literal);
        Assert.Equal(-150, Assert.IsType<JsonNumber>(root["number"]).ToInt64());
        Assert.True(Assert.IsType<JsonBoolean>(root["yes"]).Value);
        Assert.False(Assert.IsType<JsonBoolean>(root["no"]).Value);
        Assert.IsType<JsonNull>(root["nothing"]);
        Assert.Equal(2, Assert.IsType<JsonArray>(root["list"]).Items.Count);
        Assert.Null(root["absent"]);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Values_and_names_know_their_place(string newLine)
    {
        JsonObject root = ParseObject($"{{{newLine}  \"name\": [{newLine}    \"value\"{newLine}  ]{newLine}}}");

        SourceSpan name = root.Properties[0].NameSpan;
        SourceSpan list = root.Properties[0].Value.Span;
        SourceSpan value = Assert.IsType<JsonArray>(root["name"]).Items[0].Span;
        Assert.Equal((1, 2, 1, 8), (name.Line, name.Column, name.EndLine, name.EndColumn));
        Assert.Equal((1, 10, 3, 3), (list.Line, list.Column, list.EndLine, list.EndColumn));
        Assert.Equal((2, 4, 2, 11), (value.Line, value.Column, value.EndLine, value.EndColumn));
        Assert.Equal(("model.json", 7), (value.Path, value.Length));
    }

    [Theory]
    [InlineData("", 0, "Expected a value, but the file ends")]
    [InlineData("\uFEFF", 1, "Expected a value, but the file ends")]
    [InlineData("nul", 0, "Expected a value, but found 'n'")]
    [InlineData("'a'", 0, "Expected a value, but found '''")]
    [InlineData("{} x", 3, "Expected the end of the file, but found 'x'")]
    [InlineData("{}\0", 2, "Expected the end of the file, but found U+0000")]
    [InlineData("{", 1, "Expected a property name in double quotes, but the file ends")]
    [InlineData("{a:1}", 1, "Expected a property name in double quotes, but found 'a'")]
    [InlineData("{\"a\" 1}", 5, "Expected ':' after the property name 'a', but found '1'")]
    [InlineData("{\"a\":1,}", 7, "Expected a property name in double quotes, but found '}'")]
    [InlineData("{\"a\":1 \"b\"", 7, "Expected ',' or '}', but found '\"'")]
    [InlineData("[1,]", 3, "Expected a value, but found ']'")]
    [InlineData("[1", 2, "Expected ',' or ']', but the file ends")]
    [InlineData("[1}", 2, "Expected ',' or ']', but found '}'")]
    [InlineData("[// comment\n]", 1, "Expected a value, but found '/'")]
    [InlineData("-", 1, "Expected a digit, but the file ends")]
    [InlineData("+1", 0, "Expected a value, but found '+'")]
    [InlineData("01", 1, "A number must not begin with a superfluous 0")]
    [InlineData("1.", 2, "Expected a digit, but the file ends")]
    [InlineData("1e+x", 3, "Expected a digit, but found 'x'")]
    [InlineData("\"abc", 0, "The string that begins here has no closing '\"'")]
    [InlineData("\"a\tb\"", 2, "U+0009 must be written as an escape in a string")]
    [InlineData("\"\\x\"", 2, "Expected an escape (\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u), but found 'x'")]
    [InlineData("\"\\u12G4\"", 2, "Expected four hexadecimal digits after '\\u'")]
    [InlineData("\"\\u12", 2, "Expected four hexadecimal digits after '\\u'")]
    [InlineData("\"\\ud800\"", 1, "U+D800 is one half of a surrogate pair, and the other half is missing")]
    [InlineData("\"\\ude00\\ud83d\"", 1, "U+DE00 is one half of a surrogate pair, and the other half is missing")]
    [InlineData("\"\\ud83d\\n\"", 1, "U+D83D is one half of a surrogate pair, and the other half is missing")]
    [InlineData("\"\\ud83d", 1, "U+D83D is one half of a surrogate pair, and the other half is missing")]
    public void A_syntax_error_is_reported_where_it_stands(string text, int start, string message)
    {
        DiagnosticBag diagnostics = new();

        JsonValue? root = Parse(text, diagnostics);

        Assert.Null(root);
        DiagnosticInfo error = Assert.Single(diagnostics.ToArray());
        Assert.Equal(("SSOGEN001", start, message), (error.Id, error.Span!.Start, error.Arguments[0]));
        Assert.InRange(error.Span.Start + error.Span.Length, 0, text.Length);
    }

    [Fact]
    public void Nesting_is_limited()
    {
        DiagnosticBag diagnostics = new();
        string deepest = new string('[', JsonParser.MaximumDepth) + new string(']', JsonParser.MaximumDepth);

        Assert.NotNull(Parse(deepest, diagnostics));
        Assert.Null(Parse(new string('[', 1_000_000), diagnostics));

        DiagnosticInfo error = Assert.Single(diagnostics.ToArray());
        Assert.Equal("Values are nested more than 128 levels deep", error.Arguments[0]);
        Assert.Equal(JsonParser.MaximumDepth, error.Span!.Column);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public void A_repeated_name_is_reported_and_its_last_value_counts(int others)
    {
        string filler = string.Concat(Enumerable.Range(0, others).Select(i => $"\"n{i}\":{i},"));
        DiagnosticBag diagnostics = new();

        JsonObject root = Assert.IsType<JsonObject>(Parse($"{{\"a\":1,{filler}\"\\u0061\":2}}", diagnostics));

        DiagnosticInfo warning = Assert.Single(diagnostics.ToArray());
        Assert.Equal(("SSOGEN002", "a"), (warning.Id, warning.Arguments[0]));
        Assert.Equal(7 + filler.Length, warning.Span!.Column);
        Assert.Equal("2", Assert.IsType<JsonNumber>(root["a"]).Literal);
        Assert.Equal(others + 1, root.Properties.Count);
    }

    [Theory]
    [InlineData("1e400", null)]
    [InlineData("9223372036854775808", null)]
    [InlineData("1.5", null)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("1.0", 1L)]
    public void Numbers_that_do_not_fit_are_not_bent(string literal, long? expected)
    {
        Assert.Equal(expected, Assert.IsType<JsonNumber>(Parse(literal, new DiagnosticBag())).ToInt64());
    }

    [Fact]
    public void The_number_of_values_is_limited()
    {
        DiagnosticBag diagnostics = new();
        string text = "[" + string.Join(',', Enumerable.Repeat("{}", JsonParser.MaximumValues)) + "]";

        Assert.Null(Parse(text, diagnostics));

        DiagnosticInfo error = Assert.Single(diagnostics.ToArray());
        Assert.Equal("The file holds more than 1000000 values", error.Arguments[0]);
        Assert.Equal(text.Length - 3, error.Span!.Start);
    }

    [Fact]
    public void What_is_JSON_is_decided_as_System_Text_Json_decides_it()
    {
        const string Sample = """
            {"a": [1, -0.5e+3, true, false, null, "x\\y\n\u00e9"], "b": {"c": {}, "d": []}, "e": "\/\"", "f": 0}
            """;
        Gen<string> texts = Gen.Select(
            Gen.Int[0, Sample.Length],
            Gen.Int[0, 3],
            Gen.String["{}[],:\"\\/0123456789.-+eEtrufalsn \t\n\u0001"],
            static (at, length, text) =>
                Sample.Remove(at, Math.Min(length, Sample.Length - at)).Insert(at, text[..Math.Min(text.Length, 3)])
        );

        texts.Sample(
            text => Assert.Equal(IsJson(text), Parse(text, new DiagnosticBag()) is not null),
            iter: Math.Max(Check.Iter, 2000)
        );
    }

    private static bool IsJson(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static JsonObject ParseObject(string text)
    {
        DiagnosticBag diagnostics = new();
        JsonValue? root = Parse(text, diagnostics);
        Assert.Empty(diagnostics.ToArray());
        return Assert.IsType<JsonObject>(root);
    }

    private static JsonValue? Parse(string text, DiagnosticBag diagnostics) =>
        JsonParser.Parse(new JsonFile("model.json", text), diagnostics, TestContext.Current.CancellationToken);
}
