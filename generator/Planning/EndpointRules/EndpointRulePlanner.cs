using SsoOidcGen.Model.EndpointRules;
using SsoOidcGen.Plan;
using SsoOidcGen.Planning.Names;

namespace SsoOidcGen.Planning.EndpointRules;

/// <summary>Plans rules as the statements of one method.</summary>
/// <param name="names">The variables of the method.</param>
internal sealed class EndpointRulePlanner(EndpointRulesPlanner methods, NameScope names)
{
    /// <summary>Rules after one that always applies are left out, and those that never do.</summary>
    public EndpointRuleBlock Plan(IReadOnlyList<EndpointRule> rules, EndpointLocals locals)
    {
        List<IReadOnlyList<EndpointStatement>> planned = [];
        foreach (EndpointRule rule in rules)
        {
            List<EndpointStatement> statements = [];
            bool isFinal = Plan(rule, conditionIndex: 0, locals, statements, tested: []);
            if (statements.Count > 0)
            {
                planned.Add(statements);
            }

            if (isFinal)
            {
                return new EndpointRuleBlock(planned, IsFinal: true);
            }
        }

        return new EndpointRuleBlock(planned, IsFinal: false);
    }

    /// <summary>Assignments that always hold become declarations; what is between them, one <c>if</c>.</summary>
    /// <returns>Whether the statements always return or throw.</returns>
    private bool Plan(
        EndpointRule rule,
        int conditionIndex,
        EndpointLocals locals,
        List<EndpointStatement> statements,
        IReadOnlyList<EndpointTest> tested
    )
    {
        List<EndpointTest> tests = [];
        for (int i = conditionIndex; i < rule.Conditions.Count; i++)
        {
            EndpointCondition condition = rule.Conditions[i];
            EndpointFolder folder = new(locals);
            EndpointType type = locals.Types.TypeOf(condition.Value);
            EndpointName? assigned = null;
            if (type.Kind == EndpointKind.Flag)
            {
                AddTest(tests, folder.Test(condition.Value));
                assigned = condition.Assign is { } flag ? EndpointName.True(flag) : null;
            }
            else if (condition.Assign is { } name && IsUsed(name, rule, after: i))
            {
                if (!type.IsOptional && tests.Count > 0)
                {
                    return PlanIf(rule, i, locals, statements, tests);
                }

                assigned = EndpointName.Variable(name, names.Claim(CSharpNames.Camel(name)), type.Set);
                EndpointValue value = folder.Value(condition.Value);
                if (type.IsOptional)
                {
                    tests.Add(new EndpointAssignmentTest(value, assigned.Local!));
                }
                else
                {
                    statements.Add(new EndpointDeclaration(assigned.Local!, value));
                }
            }
            else if (type.IsOptional)
            {
                tests.Add(new EndpointSetTest(folder.NullableValue(condition.Value), IsSet: true));
            }

            locals = locals.After(condition, assigned);
        }

        return tests.Count > 0
            ? PlanIf(rule, rule.Conditions.Count, locals, statements, tests)
            : PlanBody(rule, locals, statements, tested);
    }

    private static bool IsUsed(string name, EndpointRule rule, int after) =>
        rule.Conditions.Skip(after + 1).SelectMany(EndpointReferences.Of).Contains(name)
        || EndpointReferences.OfBody(rule).Contains(name);

    private bool PlanIf(
        EndpointRule rule,
        int conditionIndex,
        EndpointLocals locals,
        List<EndpointStatement> statements,
        List<EndpointTest> tests
    )
    {
        if (!tests.Contains(new EndpointConstant(false)))
        {
            List<EndpointStatement> body = [];
            Plan(rule, conditionIndex, locals, body, tests);
            statements.Add(new EndpointIf(tests, body));
        }

        return false;
    }

    /// <summary>What always holds is no test, and a flag that has a value is set.</summary>
    private static void AddTest(List<EndpointTest> tests, EndpointTest test)
    {
        if (test is EndpointConstant { Value: true })
        {
            return;
        }

        if (
            test is EndpointOptionalFlagTest { Flag: { } flag }
            && tests.Count > 0
            && tests[tests.Count - 1] == new EndpointSetTest(flag, IsSet: true)
        )
        {
            tests.RemoveAt(tests.Count - 1);
        }

        tests.Add(test);
    }

    private bool PlanBody(
        EndpointRule rule,
        EndpointLocals locals,
        List<EndpointStatement> statements,
        IReadOnlyList<EndpointTest> tested
    )
    {
        EndpointFolder folder = new(locals);
        switch (rule)
        {
            case EndpointResultRule result:
                statements.Add(new EndpointReturn(new EndpointResultPlanner(folder).Plan(result.Endpoint)));
                return true;
            case EndpointErrorRule error:
                statements.Add(new EndpointThrow(folder.Value(error.Error)));
                return true;
            case EndpointTreeRule tree when methods.IsOwnMethod(tree):
                EndpointCall call = methods.PlanGroup(tree, locals, tested, names);
                statements.Add(call);
                return call.Found is null;
            case EndpointTreeRule tree:
                EndpointRuleBlock block = Plan(tree.Rules, locals);
                statements.Add(new EndpointRuleSequence(block));
                return block.IsFinal;
            default:
                throw new ArgumentException($"{rule} has no form in C#", nameof(rule));
        }
    }
}
