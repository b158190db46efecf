using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Reading.Formats;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Tests.Reading.Formats;

public sealed class UriPatternTests
{
    [Theory]
    [InlineData("/", "'/'")]
    [InlineData("/a/{B}/{C+}/d", "'/a/' B '/' C+ '/d'")]
    [InlineData("/{A}{B}", "'/' A B")]
    [InlineData("/{A}.json", "'/' A '.json'")]
    [InlineData("/a?", "'/a'")]
    [InlineData("/a?list", "'/a' ?list")]
    [InlineData("/a?list&type=2&empty=&x=y=z", "'/a' ?list ?type=2 ?empty= ?x=y=z")]
    public void A_URI_is_text_labels_and_a_fixed_query(string text, string expected)
    {
        DiagnosticBag diagnostics = new();

        UriPattern pattern = UriPatternReader.ReadUri(Json(text, diagnostics), diagnostics)!;

        Assert.Equal(expected, string.Join(' ', pattern.Path.Select(Describe).Concat(pattern.Query.Select(Describe))));
        Assert.Empty(diagnostics.ToArray());
    }

    [Theory]
    [InlineData("", "the path must begin with '/'; correct ''")]
    [InlineData("a/b", "the path must begin with '/'; correct 'a/b'")]
    [InlineData("?a", "the path must begin with '/'; correct '?a'")]
    [InlineData("/{", "the label at character 2 of '/{' has no name or no '}'")]
    [InlineData("/{}", "the label at character 2 of '/{}' has no name or no '}'")]
    [InlineData("/a/{+}", "the label at character 4 of '/a/{+}' has no name or no '}'")]
    [InlineData("/{A}/{B", "the label at character 6 of '/{A}/{B' has no name or no '}'")]
    public void What_is_no_path_is_reported(string text, string message)
    {
        DiagnosticBag diagnostics = new();

        Assert.Null(UriPatternReader.ReadUri(Json(text, diagnostics), diagnostics));

        DiagnosticInfo found = Assert.Single(diagnostics.ToArray());
        Assert.Equal((ReadingDiagnostics.InvalidHttpBinding.Id, message), (found.Id, found.Arguments[0]));
    }

    [Theory]
    [InlineData("GET", true)]
    [InlineData("HEAD", true)]
    [InlineData("POST", true)]
    [InlineData("PUT", true)]
    [InlineData("PATCH", true)]
    [InlineData("DELETE", true)]
    [InlineData("OPTIONS", true)]
    [InlineData("TRACE", false)]
    [InlineData("get", false)]
    public void A_method_is_one_that_services_use(string method, bool isKnown)
    {
        DiagnosticBag diagnostics = new();
        JsonObject http = (JsonObject)Parse($$"""{"method": "{{method}}"}""", diagnostics);

        Assert.Equal(isKnown ? method : null, HttpMethodReader.Read(new JsonFields(http, diagnostics)));

        Assert.Equal(
            isKnown ? [] : ["method", "an HTTP method such as GET or POST", $"'{method}'"],
            diagnostics.ToArray().SelectMany(static found => found.Arguments)
        );
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("_", true)]
    [InlineData("azAZ09_", true)]
    [InlineData("", false)]
    [InlineData("0a", false)]
    [InlineData("9a", false)]
    [InlineData("a-b", false)]
    [InlineData("é", false)]
    public void A_name_is_an_identifier(string name, bool isValid) => Assert.Equal(isValid, Identifier.IsValid(name));

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void A_name_has_200_characters_at_most(int length, bool isValid) =>
        Assert.Equal(isValid, Identifier.IsValid(new string('a', length)));

    private static string Describe(UriSegment segment) =>
        segment.IsLabel ? $"{segment.Text}{(segment.IsGreedy ? "+" : "")}" : $"'{segment.Text}'";

    private static string Describe(QueryLiteral literal) =>
        $"?{literal.Name}{(literal.Value is null ? "" : $"={literal.Value}")}";

    private static JsonString Json(string text, DiagnosticBag diagnostics) =>
        (JsonString)Parse($"\"{text}\"", diagnostics);

    private static JsonValue Parse(string text, DiagnosticBag diagnostics) =>
        JsonParser.Parse(new JsonFile("model.json", text), diagnostics, CancellationToken.None)!;
}
