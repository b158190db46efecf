using SsoOidcGen.Model.EndpointRules;
using SsoOidcGen.Plan;
using SsoOidcGen.Planning.Names;

namespace SsoOidcGen.Planning.EndpointRules;

/// <summary>Plans the method <c>Resolve</c>, and a method for each group of rules that would make it too long.</summary>
internal sealed class EndpointRulesPlanner
{
    private readonly SortedDictionary<int, EndpointMethodPlan> _groups = [];
    private readonly EndpointRuleSet _ruleSet;
    private readonly EndpointRule[] _rules;
    private readonly EndpointRuleGroups _ownMethods;
    private int _count;

    private EndpointRulesPlanner(EndpointRuleSet ruleSet)
    {
        _ruleSet = ruleSet;
        _rules = [.. EndpointRuleSimplifier.Simplify(ruleSet.Rules)];
        _ownMethods = new EndpointRuleGroups(_rules);
    }

    public static EndpointRulesPlan Plan(EndpointRuleSet ruleSet) => new EndpointRulesPlanner(ruleSet).Plan();

    public bool IsOwnMethod(EndpointTreeRule tree) => _ownMethods.IsOwnMethod(tree);

    /// <summary>Plans a method for the rules of a tree.</summary>
    /// <param name="names">The variables of the method that calls it.</param>
    public EndpointCall PlanGroup(
        EndpointTreeRule tree,
        EndpointLocals locals,
        IReadOnlyList<EndpointTest> tests,
        NameScope names
    )
    {
        int number = ++_count;
        HashSet<string> used = [.. EndpointReferences.OfBody(tree)];
        EndpointName[] arguments =
        [
            .. locals.Names.Where(name => used.Contains(name.RuleName) && name.Local is not null),
        ];
        NameScope own = new(StringComparer.Ordinal, []);
        EndpointName[] parameters =
        [
            .. arguments.Select(argument =>
                EndpointName.Variable(
                    argument.RuleName,
                    own.Claim(CSharpNames.Camel(argument.RuleName)),
                    locals.Types.Find(argument.RuleName)!.Value
                )
            ),
        ];
        EndpointLocals inner = locals with
        {
            Names = [.. parameters, .. locals.Names.Where(static name => name.Local is null)],
        };
        EndpointRuleBlock body = new EndpointRulePlanner(this, own).Plan(tree.Rules, inner);
        EndpointMethodPlan method = new(
            $"ApplyRules{number}",
            [.. parameters.Select(static parameter => parameter.Local!)],
            tests,
            body
        );
        _groups.Add(number, method);
        EndpointFolder folder = new(locals);
        return new EndpointCall(
            method.Name,
            [.. arguments.Select(argument => folder.Value(new ReferenceExpression(argument.RuleName)))],
            body.IsFinal ? null : names.Claim("found")
        );
    }

    private EndpointRulesPlan Plan()
    {
        NameScope names = new(StringComparer.Ordinal, ["context"]);
        HashSet<string> used = [.. _rules.SelectMany(EndpointReferences.Of)];
        List<EndpointName> variables = [];
        List<EndpointParameterPlan> parameters = [];

        // A parameter that no rule looks at has no variable, unless it must be there.
        foreach (
            EndpointParameter parameter in _ruleSet.Parameters.Where(parameter =>
                used.Contains(parameter.Name) || parameter is { Required: true, Default: null }
            )
        )
        {
            EndpointName variable = EndpointName.Variable(
                parameter.Name,
                names.Claim(CSharpNames.Camel(parameter.Name)),
                parameter.ValueType
            );
            variables.Add(variable);
            parameters.Add(EndpointParameterPlanner.Plan(parameter, variable.Local!));
        }

        EndpointLocals locals = new(EndpointScope.Of(_ruleSet.Parameters), variables);
        EndpointRuleBlock resolve = new EndpointRulePlanner(this, names).Plan(_rules, locals);
        return new EndpointRulesPlan(parameters, resolve, [.. _groups.Values]);
    }
}
