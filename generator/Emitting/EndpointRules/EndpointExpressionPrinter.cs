using System.Globalization;
using System.Text;
using SsoOidcGen.Model;
using SsoOidcGen.Model.EndpointRules;

namespace SsoOidcGen.Emitting.EndpointRules;

/// <summary>Prints values and tests as C# expressions.</summary>
internal sealed class EndpointExpressionPrinter(EndpointLocals locals)
{
    public const string IsSetTest = " is not null";

    private const string AlwaysTrue = "true";
    private const string AlwaysFalse = "false";

    /// <summary>The value. Where its type is not optional, neither is that of the C# expression.</summary>
    public string Value(EndpointExpression expression) =>
        Choose(expression) switch
        {
            ReferenceExpression reference => Reference(reference),
            AttributeExpression attribute => $"{Value(attribute.Source)}.{PropertyName(attribute.Name)}",
            ItemExpression item =>
                $"EndpointFunctions.ItemAt({Value(item.Source)}, {item.Index.ToString(CultureInfo.InvariantCulture)})",
            BooleanExpression flag => Literals.Bool(flag.Value),
            NumberExpression number => number.Value.ToString(CultureInfo.InvariantCulture),
            TemplateExpression template => Template(template),
            CallExpression call => Call(call),
            _ => throw new ArgumentException($"{expression} has no form in C#", nameof(expression)),
        };

    /// <summary>Whether the value is <paramref name="expected"/>; the words <c>true</c> and <c>false</c> when that is known.</summary>
    public string Test(EndpointExpression expression, bool expected = true) =>
        Choose(expression) switch
        {
            BooleanExpression flag => Literals.Bool(flag.Value == expected),
            CallExpression { Function: EndpointFunction.Not } call => Test(call.Arguments[0], !expected),
            CallExpression { Function: EndpointFunction.IsSet } call => IsSet(call.Arguments[0], expected),
            CallExpression { Function: EndpointFunction.BooleanEquals } call => AreEqual(
                call.Arguments[0],
                call.Arguments[1],
                expected
            ),
            CallExpression { Function: EndpointFunction.StringEquals } call => AreEqualTexts(
                Value(call.Arguments[0]),
                Value(call.Arguments[1]),
                expected
            ),
            var other when IsNullable(other) => $"{NullableValue(other)} == {Literals.Bool(expected)}",
            var other => Value(other) switch
            {
                AlwaysTrue => Literals.Bool(expected),
                AlwaysFalse => Literals.Bool(!expected),
                var value => expected ? value : "!" + value,
            },
        };

    /// <summary>The value in a place that takes null too.</summary>
    public string NullableValue(EndpointExpression expression) =>
        expression is ReferenceExpression reference ? locals[reference.Name].Code : Value(expression);

    private static string Equality(bool isEqual) => isEqual ? "==" : "!=";

    private string IsSet(EndpointExpression value, bool expected) =>
        locals.Types.TypeOf(value).IsOptional
            ? NullableValue(value) + (expected ? IsSetTest : " is null")
            : Literals.Bool(expected);

    private string AreEqual(EndpointExpression left, EndpointExpression right, bool expected) =>
        (Test(left), Test(right)) switch
        {
            ((AlwaysTrue or AlwaysFalse) and var known, _) => Test(right, expected == (known == AlwaysTrue)),
            (_, (AlwaysTrue or AlwaysFalse) and var known) => Test(left, expected == (known == AlwaysTrue)),
            var (first, second) when first == second => Literals.Bool(expected),
            var (first, second) => $"({first}) {Equality(expected)} ({second})",
        };

    private static string AreEqualTexts(string left, string right, bool expected) =>
        left == right || (IsLiteral(left) && IsLiteral(right))
            ? Literals.Bool((left == right) == expected)
            : $"{left} {Equality(expected)} {right}";

    private static bool IsLiteral(string code) => code[0] == '"';

    /// <summary>The C# expression is a <c>bool?</c>, even if it is known to be set.</summary>
    private bool IsNullable(EndpointExpression expression) =>
        expression is ReferenceExpression reference
            ? locals[reference.Name].DeclaredType.IsOptional
            : locals.Types.TypeOf(expression).IsOptional;

    private string Reference(ReferenceExpression reference)
    {
        EndpointLocal local = locals[reference.Name];
        bool isKnownFlag =
            local.DeclaredType is { Kind: EndpointKind.Flag, IsOptional: true }
            && !locals.Types.TypeOf(reference).IsOptional;
        return isKnownFlag ? local.Code + ".Value" : local.Code;
    }

    private string Call(CallExpression call) =>
        call.Function switch
        {
            EndpointFunction.Coalesce => Coalesce(call.Arguments),
            EndpointFunction.IfThenElse =>
                $"({Test(call.Arguments[0])} ? {Value(call.Arguments[1])} : {Value(call.Arguments[2])})",
            "substring" => $"EndpointFunctions.Substring({Arguments(call, "reverse")})",
            "split" => $"EndpointFunctions.Split({Arguments(call)})",
            "uriEncode" => $"EndpointFunctions.UriEncode({Arguments(call)})",
            "parseURL" => $"EndpointFunctions.ParseUrl({Arguments(call)})",
            "isValidHostLabel" => $"EndpointFunctions.IsValidHostLabel({Arguments(call, "allowSubDomains")})",
            "aws.partition" => $"EndpointFunctions.GetPartition({Arguments(call)})",
            "aws.parseArn" => $"EndpointFunctions.ParseArn({Arguments(call)})",
            "aws.isVirtualHostableS3Bucket" =>
                $"EndpointFunctions.IsVirtualHostableS3Bucket({Arguments(call, "allowSubDomains")})",
            _ => Test(call),
        };

    private string Arguments(CallExpression call, string? flagName = null) =>
        string.Join(
            ", ",
            call.Arguments.Select(argument =>
                argument is BooleanExpression flag ? $"{flagName}: {Literals.Bool(flag.Value)}" : Value(argument)
            )
        );

    /// <summary>The only value that a choice can come to; any other expression as it is.</summary>
    private EndpointExpression Choose(EndpointExpression expression) =>
        expression switch
        {
            CallExpression { Function: EndpointFunction.Coalesce } call
                when !locals.Types.TypeOf(call.Arguments[0]).IsOptional => Choose(call.Arguments[0]),
            CallExpression { Function: EndpointFunction.IfThenElse } call => Test(call.Arguments[0]) switch
            {
                AlwaysTrue => Choose(call.Arguments[1]),
                AlwaysFalse => Choose(call.Arguments[2]),
                _ => expression,
            },
            _ => expression,
        };

    /// <summary>Nothing comes after the first value that is always set.</summary>
    private string Coalesce(EquatableArray<EndpointExpression> values)
    {
        int optional = values.TakeWhile(value => locals.Types.TypeOf(value).IsOptional).Count();
        return $"({string.Join(" ?? ", values.Take(optional + 1).Select(Value))})";
    }

    private string Template(TemplateExpression template)
    {
        if (template.Literal is { } literal)
        {
            return Literals.String(literal);
        }

        if (template.Parts is [{ Value: { } only }])
        {
            return Value(only);
        }

        StringBuilder text = new("$\"");
        foreach (TemplatePart part in template.Parts)
        {
            text.Append(part.Literal is { } piece ? Escape(piece) : $"{{{Value(part.Value!)}}}");
        }

        return text.Append('"').ToString();
    }

    private static string Escape(string piece)
    {
        string quoted = Literals.String(piece);
        return quoted.Substring(1, quoted.Length - 2).Replace("{", "{{").Replace("}", "}}");
    }

    private static string PropertyName(string attribute) =>
        attribute == "supportsFIPS" ? "SupportsFips" : char.ToUpperInvariant(attribute[0]) + attribute.Substring(1);
}
