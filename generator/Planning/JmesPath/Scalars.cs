using SsoOidcGen.Plan;

namespace SsoOidcGen.Planning.JmesPath;

/// <summary>Texts and truth of JMESPath values.</summary>
internal static class Scalars
{
    private static readonly StringType String = new(MinLength: null);

    /// <summary>The text of an enum value or string; anything else as it is.</summary>
    public static PathExpression Text(PathExpression value) =>
        value.Type switch
        {
            EnumType => value.Access("Value", String),
            StringType => value with { Type = String },
            _ => value,
        };

    /// <summary>A condition for what JMESPath counts as true, neither null nor false nor empty, or for the opposite.</summary>
    public static PathExpression Truth(PathExpression value, bool isTrue = true)
    {
        switch (value.Type)
        {
            case BooleanType when value.IsNullable:
                return Compare(value, isTrue ? "== true" : "!= true");
            case BooleanType:
                return isTrue ? value : Not(value);
            case StringType or EnumType:
                PathExpression isEmpty = PathExpression.Condition(
                    $"string.IsNullOrEmpty({Text(value).Code})",
                    Precedence.Primary
                );
                return isTrue ? Not(isEmpty) : isEmpty;
            case ListType or MapType:
                return Compare(value, isTrue ? "is { Count: > 0 }" : "is not { Count: > 0 }");
            case SequenceType:
                return Truth(value.Access("Any()", new BooleanType()), isTrue);
            case NullType or NumberType or TimestampType or BlobType or ShapeType:
                return IsNull(value, !isTrue);
            default:
                throw new PathException($"whether {value.Type.Name} is true is not defined");
        }
    }

    public static PathExpression IsNull(PathExpression value, bool isTrue) =>
        value switch
        {
            { Type: NullType } => PathExpression.Condition(Literals.Bool(isTrue), Precedence.Primary),
            { IsNullable: true } => Compare(value, isTrue ? "is null" : "is not null"),
            _ => PathExpression.Condition(Literals.Bool(!isTrue), Precedence.Primary),
        };

    public static PathExpression Not(PathExpression condition) =>
        PathExpression.Condition("!" + condition.At(Precedence.Unary), Precedence.Unary);

    private static PathExpression Compare(PathExpression value, string test) =>
        PathExpression.Condition($"{value.At(Precedence.Unary)} {test}", Precedence.Comparison);
}
