using System.Globalization;
using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Model.JmesPath;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.JmesPath;

/// <summary>
/// Reads the part of JMESPath that models use, by operator precedence. Pipes, slices, multi-select hashes and
/// expression references are left out: no model has them.
/// </summary>
internal sealed class JmesPathParser
{
    private const int LowestPower = 0;
    private const int OrPower = 2;
    private const int AndPower = 3;
    private const int ComparisonPower = 5;
    private const int FlattenPower = 9;

    /// <summary>Whatever binds less than this ends a projection.</summary>
    private const int ProjectionStop = 10;
    private const int StarPower = 20;
    private const int FilterPower = 21;
    private const int DotPower = 40;
    private const int NotPower = 45;
    private const int BracketPower = 55;

    private readonly List<JmesPathToken> _tokens;
    private int _position;

    private JmesPathParser(string text) => _tokens = JmesPathScanner.Scan(text);

    private JmesPathToken Current => _tokens[_position];

    /// <exception cref="JmesPathException">It is malformed or outside of what is supported.</exception>
    public static JmesPathExpression Parse(string text)
    {
        JmesPathParser parser = new(text);
        JmesPathNode root = parser.ParseExpression(LowestPower);
        return parser.Current.Kind == JmesPathTokenKind.End
            ? new JmesPathExpression(text, root)
            : throw parser.Unexpected();
    }

    private JmesPathNode ParseExpression(int power)
    {
        JmesPathNode left = ParsePrefix();
        while (power < PowerOf(Current))
        {
            left = ParseInfix(left);
        }

        return left;
    }

    private JmesPathNode ParsePrefix()
    {
        JmesPathToken token = Next();
        switch (token.Kind)
        {
            case JmesPathTokenKind.Name when Is("("):
                return ParseFunction(token);
            case JmesPathTokenKind.Name:
                return new FieldNode(token.Text);
            case JmesPathTokenKind.RawString:
                return new LiteralNode(LiteralKind.String, token.Text);
            case JmesPathTokenKind.JsonLiteral:
                return ReadLiteral(token);
        }

        switch (token.Text)
        {
            case "@":
                return new CurrentNode();
            case "!":
                return new NotNode(ParseExpression(NotPower));
            case "(":
                JmesPathNode inner = ParseExpression(LowestPower);
                Expect(")");
                return inner;
            case "*":
                return new ValueProjectionNode(new CurrentNode(), ParseProjected(StarPower));
            case "[" when !Is("*") && Current.Kind != JmesPathTokenKind.Integer:
                return new MultiSelectListNode(ParseList("]"));
            case "[" or "[]" or "[?":
                _position--;
                return ParseInfix(new CurrentNode());
            default:
                _position--;
                throw Unexpected();
        }
    }

    private JmesPathNode ParseInfix(JmesPathNode left)
    {
        JmesPathToken token = Next();
        switch (token.Text)
        {
            case "." when Is("*"):
                _position++;
                return new ValueProjectionNode(left, ParseProjected(StarPower));
            case ".":
                return new SubExpressionNode(left, ParseAfterDot(DotPower));
            case "||":
                return new OrNode(left, ParseExpression(OrPower));
            case "&&":
                return new AndNode(left, ParseExpression(AndPower));
            case "[]":
                return new FlattenProjectionNode(left, ParseProjected(FlattenPower));
            case "[?":
                JmesPathNode condition = ParseExpression(LowestPower);
                Expect("]");
                return new FilterProjectionNode(left, condition, ParseProjected(FilterPower));
            case "[":
                return ParseIndex(left);
            default:
                return new ComparisonNode(token.Text, left, ParseExpression(ComparisonPower));
        }
    }

    private JmesPathNode ParseIndex(JmesPathNode left)
    {
        JmesPathToken token = Next();
        Expect("]");
        return token.Text == "*" ? new ListProjectionNode(left, ParseProjected(StarPower))
            : int.TryParse(token.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int index)
                ? new IndexNode(left, index)
            : throw new JmesPathException($"'{token.Text}' at character {token.Position + 1} is not an index");
    }

    /// <summary>What is taken of every item of a projection: the items themselves when nothing follows.</summary>
    private JmesPathNode ParseProjected(int power)
    {
        if (PowerOf(Current) < ProjectionStop)
        {
            return new CurrentNode();
        }

        if (!Is("."))
        {
            return ParseExpression(power);
        }

        _position++;
        return ParseAfterDot(power);
    }

    private JmesPathNode ParseAfterDot(int power)
    {
        if (Is("[") || Current.Kind == JmesPathTokenKind.Name || Is("*"))
        {
            return ParseExpression(power);
        }

        throw Unexpected();
    }

    private FunctionNode ParseFunction(JmesPathToken name)
    {
        _position++;
        EquatableArray<JmesPathNode> arguments = ParseList(")");
        int expected = name.Text switch
        {
            "length" or "keys" => 1,
            "contains" => 2,
            _ => throw new JmesPathException(
                $"the function '{name.Text}' is not supported; supported: length, keys, contains"
            ),
        };
        return arguments.Count == expected
            ? new FunctionNode(name.Text, arguments)
            : throw new JmesPathException(
                $"'{name.Text}' takes {(expected == 1 ? "1 argument" : $"{expected} arguments")}, not {arguments.Count}"
            );
    }

    private EquatableArray<JmesPathNode> ParseList(string close)
    {
        List<JmesPathNode> items = [ParseExpression(LowestPower)];
        while (Is(","))
        {
            _position++;
            items.Add(ParseExpression(LowestPower));
        }

        Expect(close);
        return items.ToEquatableArray();
    }

    private static LiteralNode ReadLiteral(JmesPathToken token) =>
        JsonParser.Parse(new JsonFile("", token.Text), new DiagnosticBag(), CancellationToken.None) switch
        {
            JsonString text => new(LiteralKind.String, text.Value),
            JsonNumber number => new(LiteralKind.Number, number.Literal),
            JsonBoolean flag => new(LiteralKind.Boolean, flag.Value ? "true" : "false"),
            JsonNull => new(LiteralKind.Null, "null"),
            _ => throw new JmesPathException($"the literal at character {token.Position + 1} is not a JSON scalar"),
        };

    private static int PowerOf(JmesPathToken token) =>
        token.Kind != JmesPathTokenKind.Punctuation
            ? LowestPower
            : token.Text switch
            {
                "||" => OrPower,
                "&&" => AndPower,
                "==" or "!=" or "<" or "<=" or ">" or ">=" => ComparisonPower,
                "[]" => FlattenPower,
                "[?" => FilterPower,
                "." => DotPower,
                "[" => BracketPower,
                _ => LowestPower,
            };

    private JmesPathToken Next() => Current.Kind == JmesPathTokenKind.End ? throw Unexpected() : _tokens[_position++];

    private bool Is(string punctuation) => Current.Kind == JmesPathTokenKind.Punctuation && Current.Text == punctuation;

    private void Expect(string punctuation)
    {
        if (!Is(punctuation))
        {
            throw Unexpected();
        }

        _position++;
    }

    private JmesPathException Unexpected() =>
        Current.Kind == JmesPathTokenKind.End
            ? new("it ends too early")
            : new($"'{Current.Text}' at character {Current.Position + 1} is not expected there");
}
