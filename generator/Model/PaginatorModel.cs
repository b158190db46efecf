namespace SsoOidcGen.Model;

internal sealed record PaginatorModel
{
    public required string Operation { get; init; }

    /// <summary>Input members that take the tokens, one for each of <see cref="OutputTokens"/>.</summary>
    public required EquatableArray<string> InputTokens { get; init; }

    public required EquatableArray<JmesPath.JmesPathExpression> OutputTokens { get; init; }

    /// <summary>Where the items are; the first is the main one. Without any, there are pages alone.</summary>
    public required EquatableArray<JmesPath.JmesPathExpression> ResultKeys { get; init; }

    /// <summary>Input member that limits the items of a page.</summary>
    public string? LimitKey { get; init; }

    /// <summary>Output flag that says whether another page exists.</summary>
    public JmesPath.JmesPathExpression? MoreResults { get; init; }
}
