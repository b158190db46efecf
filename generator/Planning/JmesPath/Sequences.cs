using SsoOidcGen.Plan;

namespace SsoOidcGen.Planning.JmesPath;

/// <summary>What JMESPath does with lists and maps.</summary>
internal static class Sequences
{
    /// <summary>An item of a list. That of an inner projection hides that of an outer one.</summary>
    public static ItemPath Item(PathPlan list) =>
        list.Type switch
        {
            ListType type => new(type.Item, type.Sparse),
            SequenceType type => new(type.Item, type.Sparse),
            _ => throw new PathException($"{list.Type.Name} has no items"),
        };

    public static PathPlan WithoutNulls(PathPlan list)
    {
        ItemPath item = Item(list);
        return item.IsNullable ? new PresentItemsLink(list, item.Type) : list;
    }

    /// <summary>Merges lists in the list; other items stay.</summary>
    public static PathPlan Flatten(PathPlan list)
    {
        ItemPath item = Item(list);
        return item.Type is ListType or SequenceType ? new FlattenLink(WithoutNulls(list), Item(item)) : list;
    }

    public static PathPlan Values(PathPlan map) =>
        map.Type is MapType type
            ? new ValuesLink(map, type)
            : throw new PathException($"{map.Type.Name} has no values");

    public static PathPlan Keys(PathPlan map) =>
        map.Type is MapType ? new KeysLink(map) : throw new PathException($"{map.Type.Name} has no keys");

    /// <summary>The number of items, entries or characters.</summary>
    public static PathPlan Length(PathPlan value) =>
        value.Type switch
        {
            ListType or MapType or SequenceType => new LengthLink(value),
            StringType or EnumType => new LengthLink(Scalars.Text(value)),
            _ => throw new PathException($"{value.Type.Name} has no length"),
        };

    public static PathPlan Contains(PathPlan subject, PathPlan searched)
    {
        searched = Scalars.Text(searched);
        if (searched is not { Type: StringType or NumberType or BooleanType, IsNullable: false })
        {
            throw new PathException("contains() can only search a text, number or boolean that is always there");
        }

        if (subject.Type is StringType or EnumType)
        {
            return searched.Type is StringType
                ? new SubstringLink(Scalars.Text(subject), searched)
                : throw new PathException($"a text does not contain {searched.Type.Name}");
        }

        ItemPath item = Item(subject);
        PathPlan entry = Scalars.Text(new EntryPath(item.Type, item.IsNullable));
        return entry.Type.GetType() == searched.Type.GetType()
            ? new ContainsLink(subject, entry, searched)
            : throw new PathException($"a list of {entry.Type.Name} does not contain {searched.Type.Name}");
    }
}
