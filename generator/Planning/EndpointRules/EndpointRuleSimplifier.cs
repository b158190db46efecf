using SsoOidcGen.Model;
using SsoOidcGen.Model.EndpointRules;

namespace SsoOidcGen.Planning.EndpointRules;

/// <summary>
/// Takes away levels of rules that only nest: a tree without conditions, and a tree around a single rule. The rules
/// mean the same: a tree none of whose rules applies gives way to the rule after it.
/// </summary>
internal static class EndpointRuleSimplifier
{
    public static EquatableArray<EndpointRule> Simplify(IEnumerable<EndpointRule> rules) =>
        rules.SelectMany(Simplify).ToEquatableArray();

    private static IEnumerable<EndpointRule> Simplify(EndpointRule rule)
    {
        if (rule is not EndpointTreeRule tree)
        {
            return [rule];
        }

        EquatableArray<EndpointRule> children = Simplify(tree.Rules);
        return tree.Conditions.Count == 0 ? children
            : children.Count == 0 ? []
            : children.Count == 1 ? [children[0] with { Conditions = [.. tree.Conditions, .. children[0].Conditions] }]
            : [tree with { Rules = children }];
    }
}
