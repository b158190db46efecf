using SsoOidcGen.Model.EndpointRules;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Planning.EndpointRules;

/// <summary>Plans values and tests, and what is known of them already is folded away.</summary>
internal sealed class EndpointFolder(EndpointLocals locals)
{
    /// <summary>The value. Where its type is not optional, neither is that of the plan.</summary>
    public EndpointValue Value(EndpointExpression expression) =>
        Choose(expression) switch
        {
            ReferenceExpression reference => Reference(reference),
            AttributeExpression attribute => new EndpointAttribute(
                Value(attribute.Source),
                PropertyName(attribute.Name)
            ),
            ItemExpression item => new EndpointItem(Value(item.Source), item.Index),
            BooleanExpression flag => new EndpointConstant(flag.Value),
            NumberExpression number => new EndpointNumber(number.Value),
            TemplateExpression template => Template(template),
            CallExpression call => Call(call),
            _ => throw new ArgumentException($"{expression} has no form in C#", nameof(expression)),
        };

    /// <summary>Whether the value is <paramref name="expected"/>; a constant when that is known.</summary>
    public EndpointTest Test(EndpointExpression expression, bool expected = true) =>
        Choose(expression) switch
        {
            BooleanExpression flag => new EndpointConstant(flag.Value == expected),
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
            var other when IsNullable(other) => new EndpointOptionalFlagTest(NullableValue(other), expected),
            var other => Value(other) switch
            {
                EndpointConstant known => new EndpointConstant(known.Value == expected),
                var value => new EndpointFlagTest(value, expected),
            },
        };

    /// <summary>The value in a place that takes null too.</summary>
    public EndpointValue NullableValue(EndpointExpression expression) =>
        expression is ReferenceExpression reference && locals[reference.Name].Local is { } local
            ? new EndpointVariable(local, IsUnwrapped: false)
            : Value(expression);

    private EndpointTest IsSet(EndpointExpression value, bool expected) =>
        locals.Types.TypeOf(value).IsOptional
            ? new EndpointSetTest(NullableValue(value), expected)
            : new EndpointConstant(expected);

    private EndpointTest AreEqual(EndpointExpression left, EndpointExpression right, bool expected) =>
        (Test(left), Test(right)) switch
        {
            (EndpointConstant known, _) => Test(right, expected == known.Value),
            (_, EndpointConstant known) => Test(left, expected == known.Value),
            var (first, second) when first == second => new EndpointConstant(expected),
            var (first, second) => new EndpointFlagsTest(first, second, expected),
        };

    private static EndpointTest AreEqualTexts(EndpointValue left, EndpointValue right, bool expected) =>
        left == right || (left is EndpointText && right is EndpointText)
            ? new EndpointConstant((left == right) == expected)
            : new EndpointTextsTest(left, right, expected);

    /// <summary>What holds it may be unset, even if it is known to be set.</summary>
    private bool IsNullable(EndpointExpression expression) =>
        expression is ReferenceExpression reference
            ? locals[reference.Name].DeclaredType.IsOptional
            : locals.Types.TypeOf(expression).IsOptional;

    private EndpointValue Reference(ReferenceExpression reference)
    {
        EndpointName name = locals[reference.Name];
        bool isKnownFlag =
            name.DeclaredType is { Kind: EndpointKind.Flag, IsOptional: true }
            && !locals.Types.TypeOf(reference).IsOptional;
        return name.Local is { } local ? new EndpointVariable(local, isKnownFlag) : EndpointConstant.True;
    }

    private EndpointValue Call(CallExpression call) =>
        call.Function switch
        {
            EndpointFunction.Coalesce => Coalesce(call.Arguments),
            EndpointFunction.IfThenElse => new EndpointChoice(
                Test(call.Arguments[0]),
                Value(call.Arguments[1]),
                Value(call.Arguments[2])
            ),
            "substring" => Function("Substring", call, "reverse"),
            "split" => Function("Split", call),
            "uriEncode" => Function("UriEncode", call),
            "parseURL" => Function("ParseUrl", call),
            "isValidHostLabel" => Function("IsValidHostLabel", call, "allowSubDomains"),
            "aws.partition" => Function("GetPartition", call),
            "aws.parseArn" => Function("ParseArn", call),
            "aws.isVirtualHostableS3Bucket" => Function("IsVirtualHostableS3Bucket", call, "allowSubDomains"),
            _ => Test(call),
        };

    private EndpointFunctionCall Function(string name, CallExpression call, string? flagName = null) =>
        new(name, call.Arguments.Select(Value).ToEquatableArray(), flagName);

    /// <summary>The only value that a choice can come to; any other expression as it is.</summary>
    private EndpointExpression Choose(EndpointExpression expression) =>
        expression switch
        {
            CallExpression { Function: EndpointFunction.Coalesce } call
                when !locals.Types.TypeOf(call.Arguments[0]).IsOptional => Choose(call.Arguments[0]),
            CallExpression { Function: EndpointFunction.IfThenElse } call => Test(call.Arguments[0]) switch
            {
                EndpointConstant { Value: true } => Choose(call.Arguments[1]),
                EndpointConstant => Choose(call.Arguments[2]),
                _ => expression,
            },
            _ => expression,
        };

    /// <summary>Nothing comes after the first value that is always set.</summary>
    private EndpointCoalescing Coalesce(EquatableArray<EndpointExpression> values)
    {
        int optional = values.TakeWhile(value => locals.Types.TypeOf(value).IsOptional).Count();
        return new EndpointCoalescing(values.Take(optional + 1).Select(Value).ToEquatableArray());
    }

    private EndpointValue Template(TemplateExpression template) =>
        template switch
        {
            { Literal: { } literal } => new EndpointText(literal),
            { Parts: [{ Value: { } only }] } => Value(only),
            _ => new EndpointTemplate(
                template
                    .Parts.Select(part => new EndpointTemplatePart(
                        part.Literal,
                        part.Value is null ? null : Value(part.Value)
                    ))
                    .ToEquatableArray()
            ),
        };

    private static string PropertyName(string attribute) =>
        attribute == "supportsFIPS" ? "SupportsFips" : char.ToUpperInvariant(attribute[0]) + attribute.Substring(1);
}
