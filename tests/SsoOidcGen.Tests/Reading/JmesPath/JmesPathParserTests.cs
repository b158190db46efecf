using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model.JmesPath;
using SsoOidcGen.Reading.JmesPath;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Tests.Reading.JmesPath;

public sealed class JmesPathParserTests
{
    private static readonly JmesPathNode A = new FieldNode("a");
    private static readonly JmesPathNode B = new FieldNode("b");
    private static readonly JmesPathNode C = new FieldNode("c");
    private static readonly JmesPathNode Current = new CurrentNode();

    public static TheoryData<string, object> Expressions =>
        new()
        {
            { "a", A },
            { "\"a b\\u0021\"", new FieldNode("a b!") },
            { "@", Current },
            { "a.b.c", new SubExpressionNode(new SubExpressionNode(A, B), C) },
            { "a[0]", new IndexNode(A, 0) },
            { "a.b[-1].c", new SubExpressionNode(new SubExpressionNode(A, new IndexNode(B, -1)), C) },
            { "[1]", new IndexNode(Current, 1) },
            { "a[*]", new ListProjectionNode(A, Current) },
            { "a[*].b.c", new ListProjectionNode(A, new SubExpressionNode(B, C)) },
            { "a[*][0]", new ListProjectionNode(A, new IndexNode(Current, 0)) },
            { "a[].b", new FlattenProjectionNode(A, B) },
            { "a[].b[].c", new FlattenProjectionNode(new FlattenProjectionNode(A, B), C) },
            { "a[*].b[]", new FlattenProjectionNode(new ListProjectionNode(A, B), Current) },
            { "a.*.b", new ValueProjectionNode(A, B) },
            { "*.b", new ValueProjectionNode(Current, B) },
            { "a[?b].c", new FilterProjectionNode(A, B, C) },
            { "[a, b.c]", new MultiSelectListNode([A, new SubExpressionNode(B, C)]) },
            {
                "a[*].[b, c][]",
                new FlattenProjectionNode(new ListProjectionNode(A, new MultiSelectListNode([B, C])), Current)
            },
            { "a || b && c", new OrNode(A, new AndNode(B, C)) },
            { "(a || b) && c", new AndNode(new OrNode(A, B), C) },
            { "!a.b == c", new ComparisonNode("==", new SubExpressionNode(new NotNode(A), B), C) },
            { "!a && b", new AndNode(new NotNode(A), B) },
            { "a != 'it\\'s'", new ComparisonNode("!=", A, new LiteralNode(LiteralKind.String, "it's")) },
            { "a >= `1.5`", new ComparisonNode(">=", A, new LiteralNode(LiteralKind.Number, "1.5")) },
            { "a<`true`", new ComparisonNode("<", A, new LiteralNode(LiteralKind.Boolean, "true")) },
            { "a<=`false`", new ComparisonNode("<=", A, new LiteralNode(LiteralKind.Boolean, "false")) },
            { "a>b", new ComparisonNode(">", A, B) },
            { "keys(@)", new FunctionNode("keys", [Current]) },
            { "aZ_09z.Az", new SubExpressionNode(new FieldNode("aZ_09z"), new FieldNode("Az")) },
            { "a \t\r\n.\n b", new SubExpressionNode(A, B) },
            { "a[-10]", new IndexNode(A, -10) },
            { "a == b || c", new OrNode(new ComparisonNode("==", A, B), C) },
            { "a && b == c", new AndNode(A, new ComparisonNode("==", B, C)) },
            { "a || b || c", new OrNode(new OrNode(A, B), C) },
            { "a[*] == b", new ComparisonNode("==", new ListProjectionNode(A, Current), B) },
            { "a[*].b[0]", new ListProjectionNode(A, new IndexNode(B, 0)) },
            { "a == `null`", new ComparisonNode("==", A, new LiteralNode(LiteralKind.Null, "null")) },
            { "a == ` \"x\" `", new ComparisonNode("==", A, new LiteralNode(LiteralKind.String, "x")) },
            {
                "length(a[]) > `0`",
                new ComparisonNode(
                    ">",
                    new FunctionNode("length", [new FlattenProjectionNode(A, Current)]),
                    new LiteralNode(LiteralKind.Number, "0")
                )
            },
            { "contains(a, 'b')", new FunctionNode("contains", [A, new LiteralNode(LiteralKind.String, "b")]) },
        };

    [Theory]
    [MemberData(nameof(Expressions))]
    public void An_expression_is_read_with_the_precedence_of_the_specification(string text, object expected)
    {
        JmesPathExpression expression = JmesPathParser.Parse(text);

        Assert.Equal(text, expression.Text);
        Assert.Equal(expected, expression.Root);
    }

    [Theory]
    [InlineData("", "it ends too early")]
    [InlineData("a.", "it ends too early")]
    [InlineData("a ||", "it ends too early")]
    [InlineData("a b", "'b' at character 3 is not expected there")]
    [InlineData("a | b", "'|' at character 3 is not supported")]
    [InlineData("{a: b}", "'{' at character 1 is not supported")]
    [InlineData("a[1:2]", "':' at character 4 is not supported")]
    [InlineData("a[x]", "'x' at character 3 is not an index")]
    [InlineData("a[99999999999]", "'99999999999' at character 3 is not an index")]
    [InlineData("a.'b'", "'b' at character 3 is not expected there")]
    [InlineData("a[", "it ends too early")]
    [InlineData("'a", "the ' at character 1 is not closed")]
    [InlineData("'a\\", "the ' at character 1 is not closed")]
    [InlineData("`x`", "the literal at character 1 is not a JSON scalar")]
    [InlineData("`[1]`", "the literal at character 1 is not a JSON scalar")]
    [InlineData("\"\\x\"", "the name at character 1 is not a JSON string")]
    [InlineData("sort(a)", "the function 'sort' is not supported; supported: length, keys, contains")]
    [InlineData("length(a, b)", "'length' takes 1 argument, not 2")]
    [InlineData("contains(a)", "'contains' takes 2 arguments, not 1")]
    [InlineData("a]", "']' at character 2 is not expected there")]
    [InlineData("(a", "it ends too early")]
    [InlineData("(a]", "']' at character 3 is not expected there")]
    [InlineData("[?a", "it ends too early")]
    [InlineData("a ?", "'?' at character 3 is not supported")]
    [InlineData("\"a", "the \" at character 1 is not closed")]
    [InlineData("a == `1", "the ` at character 6 is not closed")]
    public void What_is_malformed_or_not_supported_is_named(string text, string message)
    {
        JmesPathException error = Assert.Throws<JmesPathException>(() => JmesPathParser.Parse(text));

        Assert.Equal(message, error.Message);
    }

    [Theory]
    [InlineData(500, null)]
    [InlineData(501, "it is longer than 500 characters")]
    public void An_expression_has_500_characters_at_most(int length, string? fault)
    {
        string text = new('a', length);
        DiagnosticBag diagnostics = new();
        JsonString value = (JsonString)
            JsonParser.Parse(new JsonFile("value.json", $"\"{text}\""), diagnostics, CancellationToken.None)!;

        JmesPathExpression? expression = JmesPathReader.Read(value, diagnostics);

        Assert.Equal(fault is null ? text : null, expression?.Text);
        Assert.Equal(
            fault is null ? [] : [ReadingDiagnostics.InvalidJmesPath.Id, text, fault],
            diagnostics.ToArray().SelectMany(static found => found.Arguments.Prepend(found.Id))
        );
    }
}
