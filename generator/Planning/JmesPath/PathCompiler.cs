using System.Globalization;
using SsoOidcGen.Model.JmesPath;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Planning.JmesPath;

/// <summary>Applies JMESPath to the types of the generated code.</summary>
/// <param name="structures">The planned structures by the names of their types.</param>
internal sealed class PathCompiler(IReadOnlyDictionary<string, StructurePlan> structures)
{
    /// <summary>What was compiled touches a member that the model deprecates.</summary>
    public bool UsesDeprecated { get; private set; }

    /// <exception cref="PathException">The expression has no C# form.</exception>
    public PathPlan Compile(JmesPathExpression expression, StructurePlan root) =>
        Compile(expression.Root, RootOf(root));

    /// <summary>Whether the result counts as true in JMESPath: neither null nor false nor empty.</summary>
    /// <inheritdoc cref="Compile(JmesPathExpression, StructurePlan)"/>
    public PathPlan CompileCondition(JmesPathExpression expression, StructurePlan root) =>
        Condition(expression.Root, RootOf(root));

    /// <summary>Whether the result counts as false in JMESPath.</summary>
    /// <inheritdoc cref="Compile(JmesPathExpression, StructurePlan)"/>
    public PathPlan CompileOpposite(JmesPathExpression expression, StructurePlan root) =>
        Opposite(expression.Root, RootOf(root));

    private static RootPath RootOf(StructurePlan structure) =>
        new(new ShapeType(structure.Name, structure.IsUnion, IsValidated: false, HoldsSensitive: false));

    private PathPlan Compile(JmesPathNode node, PathPlan current) =>
        node switch
        {
            CurrentNode => current,
            FieldNode field => Field(current, field.Name),
            SubExpressionNode sub => Compile(sub.Right, Compile(sub.Left, current)),
            IndexNode index => ItemAt(Compile(index.Left, current), index.Index),
            ListProjectionNode list => Project(Compile(list.Left, current), list.Right),
            FlattenProjectionNode flatten => Project(Sequences.Flatten(Compile(flatten.Left, current)), flatten.Right),
            FilterProjectionNode filter => Filter(filter, Compile(filter.Left, current)),
            ValueProjectionNode values => Project(Sequences.Values(Compile(values.Left, current)), values.Right),
            MultiSelectListNode list => List(list, current),
            OrNode or => Or(or, current),
            AndNode and => And(and, current),
            NotNode => Condition(node, current),
            ComparisonNode comparison => Comparison(comparison, current, isValue: true),
            LiteralNode literal => Literal(literal),
            FunctionNode function => Function(function, current),
            _ => throw new PathException("it has a part of an unknown kind"),
        };

    private PathPlan Condition(JmesPathNode node, PathPlan current) =>
        node switch
        {
            OrNode or => new OrCondition(Condition(or.Left, current), Condition(or.Right, current)),
            AndNode and => new AndCondition(Condition(and.Left, current), Condition(and.Right, current)),
            NotNode not => Opposite(not.Operand, current),
            ComparisonNode comparison => Comparison(comparison, current, isValue: false),
            _ => Scalars.Truth(Compile(node, current)),
        };

    private PathPlan Opposite(JmesPathNode node, PathPlan current) =>
        node is OrNode or AndNode or NotNode or ComparisonNode
            ? new NotCondition(Condition(node, current))
            : Scalars.Truth(Compile(node, current), isTrue: false);

    private PathPlan Field(PathPlan owner, string name)
    {
        switch (owner.Type)
        {
            case ShapeType shape
                when structures.TryGetValue(shape.Name, out StructurePlan? plan)
                    && plan.Members.FirstOrDefault(member => member.ModelName == name) is { } member:
                UsesDeprecated |= member.Obsolete is not null;
                return shape.IsUnion ? new CaseLink(owner, shape, member) : new MemberLink(owner, member);
            case MapType { Value.IsValueType: false } map:
                return new EntryLink(owner, name, map.Value);
            default:
                throw new PathException($"'{name}' cannot be taken from {owner.Type.Name}");
        }
    }

    private static IndexLink ItemAt(PathPlan list, int index) => new(list, Sequences.Item(list), index);

    /// <summary>The right side for every item, without those that are null.</summary>
    private PathPlan Project(PathPlan list, JmesPathNode right)
    {
        PathPlan item = Sequences.Item(list);
        PathPlan result = Compile(right, item);
        return Sequences.WithoutNulls(result == item ? list : new ProjectionLink(list, result));
    }

    private PathPlan Filter(FilterProjectionNode filter, PathPlan list)
    {
        ItemPath item = Sequences.Item(list);
        return Project(new FilterLink(list, item, Condition(filter.Condition, item)), filter.Right);
    }

    private ArrayPath List(MultiSelectListNode list, PathPlan current)
    {
        if (current.IsNullable)
        {
            throw new PathException("it makes a list of what may be missing");
        }

        List<PathPlan> items = list.Items.Select(item => Scalars.Text(Compile(item, current))).ToList();
        TypePlan type = items[0].Type;
        return type is not NullType && items.All(item => item.Type == type)
            ? new ArrayPath(type, items.ToEquatableArray())
            : throw new PathException("it makes a list of values of several types");
    }

    private PathPlan Or(OrNode or, PathPlan current) =>
        Choose(Compile(or.Left, current), Compile(or.Right, current), static (left, right) => (left, right))
        ?? Condition(or, current);

    private PathPlan And(AndNode and, PathPlan current) =>
        Choose(Compile(and.Left, current), Compile(and.Right, current), static (left, right) => (right, left))
        ?? Condition(and, current);

    /// <summary>One of two values, by whether the left one counts as true. Null when both are plain conditions.</summary>
    private static ChoicePath? Choose(
        PathPlan left,
        PathPlan right,
        Func<PathPlan, PathPlan, (PathPlan True, PathPlan False)> order
    )
    {
        if (left is { Type: BooleanType, IsNullable: false } && right is { Type: BooleanType, IsNullable: false })
        {
            return null;
        }

        (left, right) = left.Type == right.Type ? (left, right) : (Scalars.Text(left), Scalars.Text(right));
        if (left.Type != right.Type)
        {
            throw new PathException("it chooses between values of different types");
        }

        (PathPlan whenTrue, PathPlan whenFalse) = order(left, right);
        return new ChoicePath(Scalars.Truth(left), whenTrue, whenFalse);
    }

    /// <param name="isValue">The result is used as a value, for which null, of an order of what is missing, is not false.</param>
    private PathPlan Comparison(ComparisonNode comparison, PathPlan current, bool isValue)
    {
        PathPlan left = Scalars.Text(Compile(comparison.Left, current));
        PathPlan right = Scalars.Text(Compile(comparison.Right, current));
        bool isEquality = comparison.Operator is "==" or "!=";
        if (isEquality && (left.Type is NullType || right.Type is NullType))
        {
            return Scalars.IsNull(left.Type is NullType ? right : left, comparison.Operator == "==");
        }

        if (!isEquality && isValue && (left.IsNullable || right.IsNullable))
        {
            throw new PathException("it takes the order of what may be missing as a value");
        }

        bool isDefined = (left.Type, right.Type) switch
        {
            (NumberType, NumberType) => true,
            (StringType, StringType) or (BooleanType, BooleanType) => isEquality,
            _ => false,
        };
        return isDefined
            ? new ComparisonCondition(comparison.Operator, left, right)
            : throw new PathException(
                $"'{comparison.Operator}' cannot compare {left.Type.Name} with {right.Type.Name}"
            );
    }

    private PathPlan Function(FunctionNode function, PathPlan current)
    {
        PathPlan subject = Compile(function.Arguments[0], current);
        return function.Name switch
        {
            "length" => Sequences.Length(subject),
            "keys" => Sequences.Keys(subject),
            "contains" => Sequences.Contains(subject, Compile(function.Arguments[1], current)),
            _ => throw new PathException($"the function '{function.Name}' is not supported"),
        };
    }

    private static PathPlan Literal(LiteralNode literal) =>
        literal.Kind switch
        {
            LiteralKind.String => new TextLiteral(literal.Text),
            LiteralKind.Boolean => new FlagLiteral(literal.Text == "true"),
            LiteralKind.Null => new NullLiteral(),
            _ when long.TryParse(literal.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) =>
                new NumberLiteral(literal.Text, NumericType.Int64),
            _ when double.TryParse(literal.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
                    && !double.IsInfinity(number) => new NumberLiteral(literal.Text, NumericType.Double),
            _ => throw new PathException($"'{literal.Text}' is beyond any number"),
        };
}
