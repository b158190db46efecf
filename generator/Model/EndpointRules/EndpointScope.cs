namespace SsoOidcGen.Model.EndpointRules;

/// <summary>The names that a rule may use and the types of their values. Immutable; the innermost meaning counts.</summary>
internal sealed class EndpointScope
{
    private readonly EndpointScope? _outer;
    private readonly string _name;
    private readonly EndpointType _type;

    private EndpointScope(EndpointScope? outer, string name, EndpointType type)
    {
        _outer = outer;
        _name = name;
        _type = type;
    }

    public static EndpointScope Empty { get; } = new(null, "", default);

    /// <summary>The type of a parameter or an assigned name; null when there is none.</summary>
    public EndpointType? Find(string name)
    {
        for (EndpointScope scope = this; scope._outer is not null; scope = scope._outer)
        {
            if (scope._name == name)
            {
                return scope._type;
            }
        }

        return null;
    }

    public static EndpointScope Of(IEnumerable<EndpointParameter> parameters) =>
        parameters.Aggregate(Empty, static (scope, parameter) => scope.With(parameter.Name, parameter.ValueType));

    /// <summary>What is known once a condition holds: its assigned value, or that a name is set.</summary>
    public EndpointScope After(EndpointCondition condition)
    {
        EndpointScope scope = condition.Value
            is CallExpression { Function: EndpointFunction.IsSet, Arguments: [ReferenceExpression tested] }
            ? With(tested.Name, TypeOf(tested).Set)
            : this;
        return condition.Assign is { } name ? scope.With(name, TypeOf(condition.Value).Set) : scope;
    }

    /// <summary>The type of an expression that was checked when it was read.</summary>
    public EndpointType TypeOf(EndpointExpression expression) =>
        expression switch
        {
            ReferenceExpression reference => Find(reference.Name)!.Value,
            AttributeExpression attribute => TypeOf(attribute.Source).Attribute(attribute.Name)!.Value,
            ItemExpression => new(EndpointKind.Text, IsOptional: true),
            BooleanExpression => new(EndpointKind.Flag),
            NumberExpression => new(EndpointKind.Number),
            CallExpression { Function: EndpointFunction.IsSet } => new(EndpointKind.Flag),
            CallExpression { Function: EndpointFunction.Coalesce } call => TypeOf(call.Arguments[0]) with
            {
                IsOptional = call.Arguments.All(argument => TypeOf(argument).IsOptional),
            },
            CallExpression { Function: EndpointFunction.IfThenElse } call => TypeOf(call.Arguments[1]) with
            {
                IsOptional = call.Arguments.Skip(1).Any(argument => TypeOf(argument).IsOptional),
            },
            CallExpression call => EndpointFunction.Find(call.Function)!.Result,
            _ => new(EndpointKind.Text),
        };

    private EndpointScope With(string name, EndpointType type) => new(this, name, type);
}
