using System.Globalization;
using SsoOidcGen.Model.JmesPath;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Planning.JmesPath;

/// <summary>
/// Makes C# of JMESPath, over the types of the generated code. A collection that an answer leaves out counts as empty,
/// which is as false as null; everything else that is missing is null, and what is asked of null is null.
/// </summary>
/// <param name="structures">The planned structures by the names of their types.</param>
internal sealed class PathCompiler(IReadOnlyDictionary<string, StructurePlan> structures)
{
    /// <summary>What was compiled touches a member that the model deprecates.</summary>
    public bool UsesDeprecated { get; private set; }

    /// <param name="variable">The C# variable with the structure that the expression is applied to.</param>
    /// <exception cref="PathException">The expression has no C# form.</exception>
    public PathExpression Compile(JmesPathExpression expression, string variable, StructurePlan structure) =>
        Compile(expression.Root, Root(variable, structure));

    /// <summary>Whether the result counts as true in JMESPath: neither null nor false nor empty.</summary>
    /// <inheritdoc cref="Compile(JmesPathExpression, string, StructurePlan)"/>
    public PathExpression CompileCondition(JmesPathExpression expression, string variable, StructurePlan structure) =>
        Condition(expression.Root, Root(variable, structure));

    /// <summary>Whether the result counts as false in JMESPath.</summary>
    /// <inheritdoc cref="Compile(JmesPathExpression, string, StructurePlan)"/>
    public PathExpression CompileOpposite(JmesPathExpression expression, string variable, StructurePlan structure) =>
        Opposite(expression.Root, Root(variable, structure));

    private static PathExpression Root(string variable, StructurePlan structure) =>
        new(variable, new ShapeType(structure.Name, structure.IsUnion, IsValidated: false), IsNullable: false);

    private PathExpression Compile(JmesPathNode node, PathExpression current) =>
        node switch
        {
            CurrentNode => current,
            FieldNode field => Field(current, field.Name),
            SubExpressionNode sub => Compile(sub.Right, Compile(sub.Left, current)),
            IndexNode index => Sequences.ItemAt(Compile(index.Left, current), index.Index),
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

    private PathExpression Condition(JmesPathNode node, PathExpression current) =>
        node switch
        {
            OrNode or => PathExpression.Condition(
                $"{Condition(or.Left, current).At(Precedence.Or)} || {Condition(or.Right, current).At(Precedence.Or)}",
                Precedence.Or
            ),
            AndNode and => PathExpression.Condition(
                $"{Condition(and.Left, current).At(Precedence.And)} && {Condition(and.Right, current).At(Precedence.And)}",
                Precedence.And
            ),
            NotNode not => Opposite(not.Operand, current),
            ComparisonNode comparison => Comparison(comparison, current, isValue: false),
            _ => Scalars.Truth(Compile(node, current)),
        };

    private PathExpression Opposite(JmesPathNode node, PathExpression current) =>
        node is OrNode or AndNode or NotNode or ComparisonNode
            ? Scalars.Not(Condition(node, current))
            : Scalars.Truth(Compile(node, current), isTrue: false);

    private PathExpression Field(PathExpression owner, string name)
    {
        switch (owner.Type)
        {
            case ShapeType shape
                when structures.TryGetValue(shape.Name, out StructurePlan? plan)
                    && plan.Members.FirstOrDefault(member => member.ModelName == name) is { } member:
                UsesDeprecated |= member.Obsolete is not null;
                return shape.IsUnion
                    ? new PathExpression(
                        $"({owner.Code} as {shape.Name}.{member.PropertyName})",
                        shape,
                        IsNullable: true
                    ).Access("Value", member.Type)
                    : owner.Access(member.PropertyName, member.Type, member.IsNullable);
            case MapType { Value.IsValueType: false } map:
                return owner.Access($"GetValueOrDefault({Literals.String(name)})", map.Value, isNullable: true);
            default:
                throw new PathException($"'{name}' cannot be taken from {owner.Type.Name}");
        }
    }

    /// <summary>The right side for every item, without those that are null.</summary>
    private PathExpression Project(PathExpression list, JmesPathNode right)
    {
        PathExpression item = Sequences.Item(list);
        PathExpression result = Compile(right, item);
        if (result != item)
        {
            list = list.Access(
                $"Select(static item => {result.Code})",
                new SequenceType(result.Type, result.IsNullable)
            );
        }

        return Sequences.WithoutNulls(list);
    }

    private PathExpression Filter(FilterProjectionNode filter, PathExpression list)
    {
        PathExpression item = Sequences.Item(list);
        PathExpression condition = Condition(filter.Condition, item);
        PathExpression found = list.Access(
            $"Where(static item => {condition.Code})",
            new SequenceType(item.Type, item.IsNullable)
        );
        return Project(found, filter.Right);
    }

    private PathExpression List(MultiSelectListNode list, PathExpression current)
    {
        if (current.IsNullable)
        {
            throw new PathException("it makes a list of what may be missing");
        }

        List<PathExpression> items = list.Items.Select(item => Scalars.Text(Compile(item, current))).ToList();
        TypePlan type = items[0].Type;
        return type is not NullType && items.All(item => item.Type == type)
            ? new PathExpression(
                $"new {type.Name}?[] {{ {string.Join(", ", items.Select(static item => item.Code))} }}",
                new SequenceType(type, Sparse: true),
                IsNullable: false
            )
            : throw new PathException("it makes a list of values of several types");
    }

    private PathExpression Or(OrNode or, PathExpression current) =>
        Choose(Compile(or.Left, current), Compile(or.Right, current), static (left, right) => (left, right))
        ?? Condition(or, current);

    private PathExpression And(AndNode and, PathExpression current) =>
        Choose(Compile(and.Left, current), Compile(and.Right, current), static (left, right) => (right, left))
        ?? Condition(and, current);

    /// <summary>One of two values, by whether the left one counts as true. Null when both are plain conditions.</summary>
    private static PathExpression? Choose(
        PathExpression left,
        PathExpression right,
        Func<PathExpression, PathExpression, (PathExpression True, PathExpression False)> order
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

        (PathExpression whenTrue, PathExpression whenFalse) = order(left, right);
        return new PathExpression(
            $"{Scalars.Truth(left).At(Precedence.Or)} ? {whenTrue.At(Precedence.Or)} : {whenFalse.At(Precedence.Or)}",
            left.Type,
            left.IsNullable || right.IsNullable
        )
        {
            Precedence = Precedence.Conditional,
        };
    }

    /// <param name="isValue">The result is used as a value, for which null, of an order of what is missing, is not false.</param>
    private PathExpression Comparison(ComparisonNode comparison, PathExpression current, bool isValue)
    {
        PathExpression left = Scalars.Text(Compile(comparison.Left, current));
        PathExpression right = Scalars.Text(Compile(comparison.Right, current));
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
            ? PathExpression.Condition(
                $"{left.At(Precedence.Unary)} {comparison.Operator} {right.At(Precedence.Unary)}",
                Precedence.Comparison
            )
            : throw new PathException(
                $"'{comparison.Operator}' cannot compare {left.Type.Name} with {right.Type.Name}"
            );
    }

    private PathExpression Function(FunctionNode function, PathExpression current)
    {
        PathExpression subject = Compile(function.Arguments[0], current);
        return function.Name switch
        {
            "length" => Sequences.Length(subject),
            "keys" => Sequences.Keys(subject),
            "contains" => Sequences.Contains(subject, Compile(function.Arguments[1], current)),
            _ => throw new PathException($"the function '{function.Name}' is not supported"),
        };
    }

    private static PathExpression Literal(LiteralNode literal) =>
        literal.Kind switch
        {
            LiteralKind.String => new(Literals.String(literal.Text), new StringType(null), IsNullable: false),
            LiteralKind.Boolean => PathExpression.Condition(literal.Text, Precedence.Primary),
            LiteralKind.Null => new("null", new NullType(), IsNullable: true),
            _ when long.TryParse(literal.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) =>
                new(literal.Text, new NumberType(NumericType.Int64, null), IsNullable: false),
            _ when double.TryParse(literal.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
                    && !double.IsInfinity(number) => new(
                literal.Text.Contains('.') || literal.Text.Contains('e') || literal.Text.Contains('E')
                    ? literal.Text
                    : literal.Text + "d",
                new NumberType(NumericType.Double, null),
                IsNullable: false
            ),
            _ => throw new PathException($"'{literal.Text}' is beyond any number"),
        };
}
