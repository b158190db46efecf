using SsoOidcGen.Plan;

namespace SsoOidcGen.Planning.JmesPath;

/// <summary>Texts and truth of JMESPath values.</summary>
internal static class Scalars
{
    private static readonly StringType String = new(MinLength: null);

    /// <summary>The text of an enum value or string; anything else as it is.</summary>
    public static PathPlan Text(PathPlan value) =>
        value.Type switch
        {
            EnumType => new TextLink(value),
            StringType => value with { Type = String },
            _ => value,
        };

    /// <summary>A condition for what JMESPath counts as true, neither null nor false nor empty, or for the opposite.</summary>
    public static PathPlan Truth(PathPlan value, bool isTrue = true)
    {
        switch (value.Type)
        {
            case BooleanType when value.IsNullable:
                return new TrueCondition(value, isTrue);
            case BooleanType:
                return isTrue ? value : new NotCondition(value);
            case StringType or EnumType:
                EmptyTextCondition isEmpty = new(Text(value));
                return isTrue ? new NotCondition(isEmpty) : isEmpty;
            case ListType or MapType:
                return new ItemsCondition(value, isTrue);
            case SequenceType:
                return Truth(new AnyLink(value, Condition: null), isTrue);
            case NullType or NumberType or TimestampType or BlobType or ShapeType:
                return IsNull(value, !isTrue);
            default:
                throw new PathException($"whether {value.Type.Name} is true is not defined");
        }
    }

    public static PathPlan IsNull(PathPlan value, bool isTrue) =>
        value switch
        {
            { Type: NullType } => new FlagLiteral(isTrue),
            { IsNullable: true } => new NullCondition(value, isTrue),
            _ => new FlagLiteral(!isTrue),
        };
}
