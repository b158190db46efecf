using SsoOidcGen.Model;
using SsoOidcGen.Model.JmesPath;
using SsoOidcGen.Reading.JmesPath;

namespace SsoOidcGen.Reading.Soundness;

/// <summary>Finds the type of an expression, and with it the names that do not exist.</summary>
internal sealed class JmesPathTyper(ShapeTable shapes)
{
    /// <exception cref="JmesPathException">The expression asks for what a value of that type does not have.</exception>
    public JmesPathType Find(JmesPathNode node, JmesPathType current) =>
        node switch
        {
            CurrentNode => current,
            FieldNode field => Field(current, field.Name),
            SubExpressionNode sub => Find(sub.Right, Find(sub.Left, current)),
            IndexNode index => Item(index.Left, current),
            ListProjectionNode projection => Project(projection.Right, Item(projection.Left, current)),
            FlattenProjectionNode flatten => Project(flatten.Right, Flatten(Item(flatten.Left, current))),
            FilterProjectionNode filter => Filter(filter, Item(filter.Left, current)),
            ValueProjectionNode values => Project(values.Right, Values(Find(values.Left, current))),
            MultiSelectListNode list => new ListType(Common(list.Items, current)),
            OrNode or => Common([or.Left, or.Right], current),
            AndNode and => Common([and.Left, and.Right], current),
            NotNode not => Checked(JmesPathType.Flag, current, not.Operand),
            ComparisonNode comparison => Checked(JmesPathType.Flag, current, comparison.Left, comparison.Right),
            FunctionNode function => Function(function, current),
            LiteralNode literal => literal.Kind switch
            {
                LiteralKind.String => JmesPathType.Text,
                LiteralKind.Number => JmesPathType.Number,
                LiteralKind.Boolean => JmesPathType.Flag,
                _ => JmesPathType.Any,
            },
            _ => throw new JmesPathException("it has a part of an unknown kind"),
        };

    public JmesPathType Of(string shape) =>
        shapes.Find(shape) switch
        {
            ListShape list => new ListType(Of(list.Member.Target)),
            { } other => new ShapeType(other),
            null => throw new InvalidOperationException(
                $"The shape table has no '{shape}', but a sound shape refers to it."
            ),
        };

    public static string Describe(JmesPathType type) =>
        type is ShapeType shape ? ShapeKinds.Describe(shape.Shape) : "a list";

    private JmesPathType Field(JmesPathType owner, string name) =>
        owner switch
        {
            ShapeType { Shape: DocumentShape } => JmesPathType.Any,
            ShapeType { Shape: MapShape map } => Of(map.Value.Target),
            ShapeType { Shape: StructureShape structure } => structure.Members.FirstOrDefault(member =>
                member.Name == name
            )
                is { } member
                ? Of(member.Target)
                : throw new JmesPathException(
                    $"structure '{structure.Name}' has no member '{name}'",
                    shapes.IsDamaged(structure.Name)
                ),
            _ => throw new JmesPathException($"'{name}' is asked of {Describe(owner)}, which has no members"),
        };

    private JmesPathType Item(JmesPathNode list, JmesPathType current) =>
        Find(list, current) switch
        {
            ListType found => found.Item,
            ShapeType { Shape: DocumentShape } => JmesPathType.Any,
            { } other => throw new JmesPathException($"items are asked of {Describe(other)}, which is no list"),
        };

    private ListType Project(JmesPathNode projected, JmesPathType item) => new(Find(projected, item));

    private static JmesPathType Flatten(JmesPathType item) => item is ListType inner ? inner.Item : item;

    private ListType Filter(FilterProjectionNode filter, JmesPathType item)
    {
        Find(filter.Condition, item);
        return Project(filter.Right, item);
    }

    private JmesPathType Values(JmesPathType type) =>
        type is ShapeType { Shape: MapShape map }
            ? Of(map.Value.Target)
            : throw new JmesPathException($"values are asked of {Describe(type)}, which is no map");

    private JmesPathType Common(EquatableArray<JmesPathNode> nodes, JmesPathType current) =>
        nodes.Select(node => Find(node, current)).Aggregate(Common);

    private static JmesPathType Common(JmesPathType one, JmesPathType other) =>
        one.Equals(other)
            ? one
            : (one, other) switch
            {
                (ShapeType { Shape: StringShape }, ShapeType { Shape: StringShape }) => JmesPathType.Text,
                (ShapeType { Shape: BooleanShape }, ShapeType { Shape: BooleanShape }) => JmesPathType.Flag,
                _ => JmesPathType.Any,
            };

    private JmesPathType Checked(JmesPathType result, JmesPathType current, params JmesPathNode[] operands)
    {
        foreach (JmesPathNode operand in operands)
        {
            Find(operand, current);
        }

        return result;
    }

    private JmesPathType Function(FunctionNode function, JmesPathType current)
    {
        JmesPathType subject = Find(function.Arguments[0], current);
        switch (function.Name)
        {
            case "length" when subject is ListType or ShapeType { Shape: StringShape or MapShape or DocumentShape }:
                return JmesPathType.Number;
            case "keys" when subject is ShapeType { Shape: MapShape or DocumentShape }:
                return new ListType(JmesPathType.Text);
            case "contains" when subject is ListType or ShapeType { Shape: StringShape or DocumentShape }:
                return Checked(JmesPathType.Flag, current, function.Arguments[1]);
            default:
                throw new JmesPathException($"{function.Name}() cannot take {Describe(subject)}");
        }
    }
}
