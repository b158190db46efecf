namespace SsoOidcGen.Plan;

/// <summary>Something of a value; null when the value is.</summary>
/// <param name="IsOptional">It may be null though the value is not.</param>
internal abstract record PathLink(PathPlan Source, TypePlan Type, bool IsOptional)
    : PathPlan(Type, Source.IsNullable || Source.IsLinkNullable || IsOptional)
{
    public override bool IsLinkNullable => IsOptional;
}

internal sealed record MemberLink(PathPlan Source, MemberPlan Member)
    : PathLink(Source, Member.Type, Member.IsNullable);

/// <summary>What a union holds, null unless it is of this case.</summary>
internal sealed record CaseLink(PathPlan Source, ShapeType Union, MemberPlan Case)
    : PathPlan(Case.Type, IsNullable: true)
{
    public override bool IsLinkNullable => false;
}

/// <summary>A value of a map.</summary>
internal sealed record EntryLink(PathPlan Source, string Key, TypePlan Value)
    : PathLink(Source, Value, IsOptional: true);

/// <summary>The text of an enum's value.</summary>
internal sealed record TextLink(PathPlan Source) : PathLink(Source, new StringType(MinLength: null), IsOptional: false);

/// <summary>The number of items, entries or characters (Unicode scalar values).</summary>
internal sealed record LengthLink(PathPlan Source)
    : PathLink(Source, new NumberType(NumericType.Int32, Minimum: null), IsOptional: false);

internal sealed record KeysLink(PathPlan Source)
    : PathLink(Source, new SequenceType(new StringType(MinLength: null), Sparse: false), IsOptional: false);

internal sealed record ValuesLink(PathPlan Source, MapType Map)
    : PathLink(Source, new SequenceType(Map.Value, Map.Sparse), IsOptional: false);

/// <summary>An item by its index, negative from the end.</summary>
/// <param name="Item">The item of the list, when it has one at this index.</param>
internal sealed record IndexLink(PathPlan Source, ItemPath Item, int Index)
    : PathLink(Source, Item.Type, IsOptional: true);

/// <summary>A value made of each item.</summary>
internal sealed record ProjectionLink(PathPlan Source, PathPlan Result)
    : PathLink(Source, new SequenceType(Result.Type, Result.IsNullable), IsOptional: false);

/// <summary>The items for which a condition holds.</summary>
internal sealed record FilterLink(PathPlan Source, ItemPath Item, PathPlan Condition)
    : PathLink(Source, new SequenceType(Item.Type, Item.IsNullable), IsOptional: false);

/// <summary>The items that are not null.</summary>
internal sealed record PresentItemsLink(PathPlan Source, TypePlan Item)
    : PathLink(Source, new SequenceType(Item, Sparse: false), IsOptional: false);

/// <summary>The items of the lists in a list.</summary>
internal sealed record FlattenLink(PathPlan Source, ItemPath Inner)
    : PathLink(Source, new SequenceType(Inner.Type, Inner.IsNullable), IsOptional: false);

/// <summary>The items as a list.</summary>
internal sealed record ListLink(PathPlan Source) : PathLink(Source, Source.Type, IsOptional: false);

/// <summary>There are items; with a condition, some for which it holds.</summary>
internal sealed record AnyLink(PathPlan Source, PathPlan? Condition)
    : PathLink(Source, new BooleanType(), IsOptional: false);

/// <summary>There are items, and the condition holds for every one.</summary>
internal sealed record AllLink(PathPlan Source, PathPlan Condition)
    : PathLink(Source, new BooleanType(), IsOptional: false);

/// <summary>A text has another in it.</summary>
internal sealed record SubstringLink(PathPlan Source, PathPlan Searched)
    : PathLink(Source, new BooleanType(), IsOptional: false);

/// <summary>A list has a value in it, which may be made of the item of an outer projection.</summary>
internal sealed record ContainsLink(PathPlan Source, PathPlan Entry, PathPlan Searched)
    : PathLink(Source, new BooleanType(), IsOptional: false);
