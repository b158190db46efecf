namespace SsoOidcGen.Plan;

/// <summary>An operation whose responses come in pages, to which its expressions are applied.</summary>
internal sealed record PaginatorPlan
{
    public required OperationPlan Operation { get; init; }

    public required IReadOnlyList<PageTokenPlan> Tokens { get; init; }

    /// <summary>The condition under which there is no further page; null when the tokens alone tell.</summary>
    public PathPlan? IsLast { get; init; }

    /// <summary>What a page holds: a list, sequence or map; null when the model names nothing of that kind.</summary>
    public PathPlan? Items { get; init; }

    /// <summary>The type of an item, or of an entry of a map; null without <see cref="Items"/>.</summary>
    public string? ItemType { get; init; }

    public bool UsesDeprecated { get; init; }
}
