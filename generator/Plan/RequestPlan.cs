namespace SsoOidcGen.Plan;

/// <summary>How an operation's input is written.</summary>
internal sealed record RequestPlan
{
    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    public required TargetPlan Target { get; init; }

    /// <summary>Headers that every request has.</summary>
    public IReadOnlyList<ConstantHeader> ConstantHeaders { get; init; } = [];

    /// <summary>Goes before the host of the endpoint.</summary>
    public IReadOnlyList<TextPiece> HostPrefix { get; init; } = [];

    /// <summary>Members that the client fills where the caller does not.</summary>
    public IReadOnlyList<MemberPlan> IdempotencyTokens { get; init; } = [];

    /// <summary>Headers and body.</summary>
    public required MessagePlan Message { get; init; }
}

internal sealed record ConstantHeader(string Name, string Value);

/// <summary>Path and query.</summary>
internal sealed record TargetPlan
{
    /// <summary>As the model writes it, for example <c>/v1/{Name}?list</c>.</summary>
    public required string Pattern { get; init; }

    public IReadOnlyList<TextPiece> Path { get; init; } = [];

    public IReadOnlyList<ConstantQuery> ConstantQuery { get; init; } = [];

    /// <summary>Query parameters, in the order in which they are added: maps last, since named members win over their entries.</summary>
    public IReadOnlyList<MemberPlan> Query { get; init; } = [];

    /// <summary>It is the same for every request.</summary>
    public bool IsConstant => Query.Count == 0 && Path.All(static piece => piece is ConstantPiece);
}

/// <summary>A query parameter that every request has; a null value is a bare name.</summary>
internal sealed record ConstantQuery(string Name, string? Value);

internal abstract record TextPiece;

internal sealed record ConstantPiece(string Text) : TextPiece;

/// <summary>The place of a member. A greedy one keeps the slashes of its value.</summary>
internal sealed record MemberPiece(MemberPlan Member, bool IsGreedy = false) : TextPiece;
