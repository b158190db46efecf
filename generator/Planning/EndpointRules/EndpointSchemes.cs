using SsoOidcGen.Model.EndpointRules;

namespace SsoOidcGen.Planning.EndpointRules;

/// <summary>Finds out how the endpoints may want requests signed that a call can lead to.</summary>
internal static class EndpointSchemes
{
    /// <param name="rules">The service's rules.</param>
    /// <param name="bound">The parameters that may get a value besides those that have one of their own.</param>
    /// <returns>The names of the schemes, in the rules' order.</returns>
    public static IEnumerable<string> Find(EndpointRuleSet rules, IReadOnlyCollection<string> bound)
    {
        HashSet<string> unset =
        [
            .. rules
                .Parameters.Where(parameter =>
                    parameter is { BuiltIn: null, Default: null } && !bound.Contains(parameter.Name)
                )
                .Select(static parameter => parameter.Name),
        ];
        return rules.Rules.SelectMany(rule => Find(rule, unset)).Distinct();
    }

    private static IEnumerable<string> Find(EndpointRule rule, HashSet<string> unset) =>
        rule.Conditions.Any(condition => NeverHolds(condition.Value, unset))
            ? []
            : rule switch
            {
                EndpointTreeRule tree => tree.Rules.SelectMany(inner => Find(inner, unset)),
                EndpointResultRule result => result
                    .Endpoint.AuthSchemes.Select(static scheme => (scheme.Name as TemplateExpression)?.Literal)
                    .OfType<string>(),
                _ => [],
            };

    private static bool NeverHolds(EndpointExpression condition, HashSet<string> unset) =>
        condition
            is CallExpression { Function: EndpointFunction.IsSet, Arguments: [ReferenceExpression { Name: { } name }] }
        && unset.Contains(name);
}
