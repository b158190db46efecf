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
        expression switch
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
        expression switch
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
            _ when IsNullable(expression) => $"{NullableValue(expression)} == {Literals.Bool(expected)}",
            _ => Value(expression) switch
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
            var (first, second) => $"({first}) {Equality(expected)} ({second})",
        };

    private static string AreEqualTexts(string left, string right, bool expected) =>
        IsLiteral(left) && IsLiteral(right)
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
            EndpointFunction.IfThenElse => IfThenElse(call.Arguments),
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

    private string IfThenElse(EquatableArray<EndpointExpression> values) =>
        Test(values[0]) switch
        {
            AlwaysTrue => Value(values[1]),
            AlwaysFalse => Value(values[2]),
            var test => $"({test} ? {Value(values[1])} : {Value(values[2])})",
        };

    /// <summary>Nothing comes after the first value that is always set.</summary>
    private string Coalesce(EquatableArray<EndpointExpression> values)
    {
        int set = values.TakeWhile(value => locals.Types.TypeOf(value).IsOptional).Count();
        return set == 0 ? Value(values[0]) : $"({string.Join(" ?? ", values.Take(set + 1).Select(Value))})";
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
