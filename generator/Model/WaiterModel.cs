namespace SsoOidcGen.Model;

internal sealed record WaiterModel
{
    public required string Name { get; init; }

    public required string Operation { get; init; }

    public string Documentation { get; init; } = "";

    public required int DelaySeconds { get; init; }

    public required int MaxAttempts { get; init; }

    public required EquatableArray<Acceptor> Acceptors { get; init; }
}

/// <summary>A rule that maps a response to a state. The first that matches decides.</summary>
/// <param name="Argument">What path matchers look at.</param>
/// <param name="Expected">Text, number (status) or <c>true</c>/<c>false</c> as written in the model.</param>
internal sealed record Acceptor(
    AcceptorState State,
    AcceptorMatcher Matcher,
    JmesPath.JmesPathExpression? Argument,
    AcceptorExpectation Expected
);

internal sealed record AcceptorExpectation(string? Text, int? Number, bool? Flag);

internal enum AcceptorState
{
    Success,
    Failure,
    Retry,
}

internal enum AcceptorMatcher
{
    Path,
    PathAny,
    PathAll,
    Error,
    Status,
}
