namespace SsoOidcGen.Plan;

/// <summary>
/// A JMESPath expression over the types of the generated code. A collection that a response leaves out counts as empty,
/// which is as false as null; everything else that is missing is null, and what is asked of null is null.
/// </summary>
/// <param name="Type">The type of its value, nullability aside.</param>
/// <param name="IsNullable">The value may be null.</param>
internal abstract record PathPlan(TypePlan Type, bool IsNullable)
{
    /// <summary>What its last link may be by itself: in <c>a?.B</c> the whole may be null although <c>B</c> may not.</summary>
    public virtual bool IsLinkNullable => IsNullable;
}

/// <summary>Items that are computed one by one.</summary>
internal sealed record SequenceType(TypePlan Item, bool Sparse)
    : TypePlan($"IEnumerable<{Item.Name}{(Sparse ? "?" : "")}>", IsValueType: false);

/// <summary>The type of the literal <c>null</c>, which can only be compared.</summary>
internal sealed record NullType() : TypePlan("null", IsValueType: false);

/// <summary>What the expression is applied to.</summary>
internal sealed record RootPath(ShapeType Shape) : PathPlan(Shape, IsNullable: false);

/// <summary>The item of the innermost projection, filter or quantifier.</summary>
internal sealed record ItemPath(TypePlan Type, bool IsNullable) : PathPlan(Type, IsNullable);

/// <summary>The item of the list that a <see cref="ContainsLink"/> searches.</summary>
internal sealed record EntryPath(TypePlan Type, bool IsNullable) : PathPlan(Type, IsNullable);

internal sealed record TextLiteral(string Text) : PathPlan(new StringType(MinLength: null), IsNullable: false);

/// <param name="Literal">As JSON writes it.</param>
internal sealed record NumberLiteral(string Literal, NumericType Kind)
    : PathPlan(new NumberType(Kind, Minimum: null), IsNullable: false);

internal sealed record NullLiteral() : PathPlan(new NullType(), IsNullable: true);

/// <summary>Values of one type, any of which may be null.</summary>
internal sealed record ArrayPath(TypePlan Item, EquatableArray<PathPlan> Items)
    : PathPlan(new SequenceType(Item, Sparse: true), IsNullable: false);

/// <summary>One of two values of the same type.</summary>
internal sealed record ChoicePath(PathPlan Condition, PathPlan WhenTrue, PathPlan WhenFalse)
    : PathPlan(WhenTrue.Type, WhenTrue.IsNullable || WhenFalse.IsNullable);
