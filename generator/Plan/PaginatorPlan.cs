using SsoOidcGen.Planning.JmesPath;

namespace SsoOidcGen.Plan;

/// <summary>An operation whose answers come in pages. Its expressions are over a variable <c>page</c>.</summary>
internal sealed record PaginatorPlan
{
    public required OperationPlan Operation { get; init; }

    public required IReadOnlyList<PageTokenPlan> Tokens { get; init; }

    /// <summary>The condition under which there is no further page; null when the tokens alone tell.</summary>
    public PathExpression? IsLast { get; init; }

    /// <summary>What a page holds: a list, sequence or map; null when the model names nothing of that kind.</summary>
    public PathExpression? Items { get; init; }

    /// <summary>The type of an item, or of an entry of a map; null without <see cref="Items"/>.</summary>
    public string? ItemType { get; init; }

    public bool UsesDeprecated { get; init; }
}
