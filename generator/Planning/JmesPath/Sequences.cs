using SsoOidcGen.Plan;

namespace SsoOidcGen.Planning.JmesPath;

/// <summary>What JMESPath does with lists and maps, as LINQ.</summary>
internal static class Sequences
{
    private static readonly NumberType Number = new(NumericType.Int32, Minimum: null);

    /// <summary>The variable of a lambda over the items. An inner lambda hides the variable of an outer one.</summary>
    public static PathExpression Item(PathExpression list) =>
        list.Type switch
        {
            ListType type => new("item", type.Item, type.Sparse),
            SequenceType type => new("item", type.Item, type.Sparse),
            _ => throw new PathException($"{list.Type.Name} has no items"),
        };

    public static PathExpression ItemAt(PathExpression list, int index)
    {
        PathExpression item = Item(list);
        if (item is { Type.IsValueType: true, IsNullable: false })
        {
            // Otherwise what is not there would be the type's default.
            list = list.Access($"Select(static item => ({item.Type.Name}?)item)", new SequenceType(item.Type, true));
        }

        string link = index switch
        {
            0 => "FirstOrDefault()",
            -1 => "LastOrDefault()",
            > 0 => $"ElementAtOrDefault({index})",
            _ => $"ElementAtOrDefault(^{-(long)index})",
        };
        return list.Access(link, item.Type, isNullable: true);
    }

    public static PathExpression WithoutNulls(PathExpression list)
    {
        PathExpression item = Item(list);
        return item.IsNullable
            ? list.Access($"OfType<{item.Type.Name}>()", new SequenceType(item.Type, Sparse: false))
            : list;
    }

    /// <summary>Merges lists in the list; other items stay.</summary>
    public static PathExpression Flatten(PathExpression list)
    {
        PathExpression item = Item(list);
        if (item.Type is not (ListType or SequenceType))
        {
            return list;
        }

        PathExpression inner = Item(item);
        return WithoutNulls(list)
            .Access("SelectMany(static item => item)", new SequenceType(inner.Type, inner.IsNullable));
    }

    public static PathExpression Values(PathExpression map) =>
        map.Type is MapType type
            ? map.Access("Values", new SequenceType(type.Value, type.Sparse))
            : throw new PathException($"{map.Type.Name} has no values");

    public static PathExpression Keys(PathExpression map) =>
        map.Type is MapType
            ? map.Access("Keys", new SequenceType(new StringType(MinLength: null), Sparse: false))
            : throw new PathException($"{map.Type.Name} has no keys");

    /// <summary>The number of items, entries or characters (Unicode scalar values).</summary>
    public static PathExpression Length(PathExpression value) =>
        value.Type switch
        {
            ListType or MapType => value.Access("Count", Number),
            SequenceType => value.Access("Count()", Number),
            StringType or EnumType => Scalars.Text(value).Access("EnumerateRunes().Count()", Number),
            _ => throw new PathException($"{value.Type.Name} has no length"),
        };

    public static PathExpression Contains(PathExpression subject, PathExpression searched)
    {
        searched = Scalars.Text(searched);
        if (searched is not { Type: StringType or NumberType or BooleanType, IsNullable: false })
        {
            throw new PathException("contains() can only search a text, number or boolean that is always there");
        }

        if (subject.Type is StringType or EnumType)
        {
            return searched.Type is StringType
                ? Scalars.Text(subject).Access($"Contains({searched.Code})", new BooleanType())
                : throw new PathException($"a text does not contain {searched.Type.Name}");
        }

        // The searched value may be made of an outer lambda's item.
        PathExpression entry = Scalars.Text(Item(subject) with { Code = "entry" });
        return entry.Type.GetType() == searched.Type.GetType()
            ? subject.Access($"Any(entry => {entry.Code} == {searched.At(Precedence.Unary)})", new BooleanType())
            : throw new PathException($"a list of {entry.Type.Name} does not contain {searched.Type.Name}");
    }
}
