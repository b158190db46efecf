using SsoOidcGen.Model.EndpointRules;

namespace SsoOidcGen.Planning.EndpointRules;

/// <summary>Chooses the trees that get a method of their own, so that no method grows long or deep.</summary>
internal sealed class EndpointRuleGroups
{
    private const int MaxRules = 40;
    private const int MaxDepth = 6;

    private readonly HashSet<EndpointTreeRule> _own = new(ReferenceComparer.Instance);

    public EndpointRuleGroups(IEnumerable<EndpointRule> rules) => Measure(rules);

    public bool IsOwnMethod(EndpointTreeRule tree) => _own.Contains(tree);

    /// <summary>How many rules and levels stay together in one method.</summary>
    private (int Rules, int Depth) Measure(IEnumerable<EndpointRule> rules)
    {
        List<(EndpointTreeRule Tree, int Rules, int Depth)> trees = [];
        int total = 0;
        foreach (EndpointRule rule in rules)
        {
            total++;
            if (rule is EndpointTreeRule tree)
            {
                (int inner, int depth) = Measure(tree.Rules);
                total += inner;
                trees.Add((tree, inner, depth));
            }
        }

        foreach (var largest in trees.OrderByDescending(static tree => tree.Rules))
        {
            if (total > MaxRules || largest.Depth >= MaxDepth)
            {
                _own.Add(largest.Tree);
                total -= largest.Rules;
            }
        }

        return (
            total,
            1 + trees.Where(tree => !IsOwnMethod(tree.Tree)).Select(static tree => tree.Depth).DefaultIfEmpty().Max()
        );
    }

    private sealed class ReferenceComparer : IEqualityComparer<EndpointTreeRule>
    {
        public static ReferenceComparer Instance { get; } = new();

        public bool Equals(EndpointTreeRule? x, EndpointTreeRule? y) => ReferenceEquals(x, y);

        public int GetHashCode(EndpointTreeRule obj) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj);
    }
}
