namespace SsoOidcGen.Plan;

/// <summary>The methods that find a service's endpoint.</summary>
/// <param name="Parameters">The variables of <paramref name="Resolve"/> that hold what the rules are given.</param>
/// <param name="Resolve">The rules; what no rule applies to has no endpoint.</param>
/// <param name="Groups">Rules that have methods of their own.</param>
internal sealed record EndpointRulesPlan(
    IReadOnlyList<EndpointParameterPlan> Parameters,
    EndpointRuleBlock Resolve,
    IReadOnlyList<EndpointMethodPlan> Groups
);

/// <summary>A method for some of the rules.</summary>
/// <param name="Tests">What holds where it is called.</param>
internal sealed record EndpointMethodPlan(
    string Name,
    IReadOnlyList<EndpointLocal> Parameters,
    IReadOnlyList<EndpointTest> Tests,
    EndpointRuleBlock Body
);

/// <summary>A variable.</summary>
/// <param name="TypeName">Its C# type.</param>
internal sealed record EndpointLocal(string Name, string TypeName);

/// <summary>A variable with what the rules are given.</summary>
internal sealed record EndpointParameterPlan
{
    public required EndpointLocal Local { get; init; }

    /// <summary>The property of the context that has it; null for a parameter that only goes by its name.</summary>
    public string? ContextProperty { get; init; }

    public required string Name { get; init; }

    public EndpointArgumentKind Kind { get; init; }

    /// <summary>What stands in for a value that is not given.</summary>
    public EndpointArgument? Default { get; init; }

    /// <summary>It must be given.</summary>
    public bool IsRequired { get; init; }
}

internal enum EndpointArgumentKind
{
    Text,
    Flag,
    List,
}

/// <summary>The statements of rules.</summary>
/// <param name="Rules">The statements of each rule; none where a rule can never apply.</param>
/// <param name="IsFinal">They always return an endpoint or throw.</param>
internal sealed record EndpointRuleBlock(IReadOnlyList<IReadOnlyList<EndpointStatement>> Rules, bool IsFinal);

internal abstract record EndpointStatement;

internal sealed record EndpointDeclaration(EndpointLocal Local, EndpointValue Value) : EndpointStatement;

/// <param name="Tests">All of them must hold.</param>
internal sealed record EndpointIf(IReadOnlyList<EndpointTest> Tests, IReadOnlyList<EndpointStatement> Body)
    : EndpointStatement;

/// <summary>Rules that are tried one after the other.</summary>
internal sealed record EndpointRuleSequence(EndpointRuleBlock Block) : EndpointStatement;

internal sealed record EndpointReturn(EndpointResultPlan Result) : EndpointStatement;

internal sealed record EndpointThrow(EndpointValue Message) : EndpointStatement;

/// <summary>Returns what a method finds.</summary>
/// <param name="Found">Holds what may be nothing; null when the method always finds an endpoint.</param>
internal sealed record EndpointCall(string Method, IReadOnlyList<EndpointValue> Arguments, string? Found)
    : EndpointStatement;
