namespace SsoOidcGen.Plan;

/// <summary>Something that can be waited for.</summary>
internal sealed record WaiterPlan
{
    /// <summary>The name in the model.</summary>
    public required string ModelName { get; init; }

    /// <summary>Name of the method without <c>WaitUntil</c> and <c>Async</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The static class that holds the waiter's descriptor.</summary>
    public required string DescriptorName { get; init; }

    public required string Documentation { get; init; }

    public required int DelaySeconds { get; init; }

    public required int MaxAttempts { get; init; }

    public required OperationPlan Operation { get; init; }

    /// <summary>The first that matches decides.</summary>
    public required IReadOnlyList<AcceptorPlan> Acceptors { get; init; }

    /// <summary>It never ends well with an error, so there is an output to return.</summary>
    public required bool AlwaysHasOutput { get; init; }

    public bool UsesDeprecated { get; init; }
}
