using SsoOidcGen.Model.EndpointRules;
using SsoOidcGen.Planning;

namespace SsoOidcGen.Emitting.EndpointRules;

/// <summary>Prints rules as the statements of one method.</summary>
internal sealed class EndpointRuleEmitter(CodeWriter code, EndpointMethodEmitter methods, NameScope names)
{
    private const int LongLine = 100;

    /// <summary>The variables of the method.</summary>
    public NameScope Names { get; } = names;

    /// <returns>Whether the statements always return or throw. Rules after one that does are not printed.</returns>
    public bool Emit(IReadOnlyList<EndpointRule> rules, EndpointLocals locals)
    {
        bool isFirst = true;
        foreach (EndpointRule rule in rules)
        {
            if (!isFirst)
            {
                code.Line();
            }

            isFirst = false;
            if (Emit(rule, conditionIndex: 0, locals, tested: ""))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Assignments that always hold become declarations; what is between them, one <c>if</c>.</summary>
    private bool Emit(EndpointRule rule, int conditionIndex, EndpointLocals locals, string tested)
    {
        List<string> tests = [];
        for (int i = conditionIndex; i < rule.Conditions.Count; i++)
        {
            EndpointCondition condition = rule.Conditions[i];
            EndpointExpressionPrinter printer = new(locals);
            EndpointType type = locals.Types.TypeOf(condition.Value);
            EndpointLocal? assigned = null;
            if (type.Kind == EndpointKind.Flag)
            {
                AddTest(tests, printer.Test(condition.Value));
                assigned = condition.Assign is { } flag ? EndpointLocal.True(flag) : null;
            }
            else if (condition.Assign is { } name && IsUsed(name, rule, after: i))
            {
                if (!type.IsOptional && tests.Count > 0)
                {
                    return EmitIf(rule, i, locals, tests);
                }

                assigned = new EndpointLocal(name, Names.Claim(CSharpNames.Camel(name)), type.Set);
                string value = printer.Value(condition.Value);
                if (type.IsOptional)
                {
                    tests.Add($"{value} is {{ }} {assigned.Code}");
                }
                else
                {
                    code.Line($"{assigned.Declaration} = {value};");
                }
            }
            else if (type.IsOptional)
            {
                tests.Add(printer.NullableValue(condition.Value) + EndpointExpressionPrinter.IsSetTest);
            }

            locals = locals.After(condition, assigned);
            tests.Remove("true");
        }

        return tests.Count > 0 ? EmitIf(rule, rule.Conditions.Count, locals, tests) : EmitBody(rule, locals, tested);
    }

    private static bool IsUsed(string name, EndpointRule rule, int after) =>
        rule.Conditions.Skip(after + 1).SelectMany(EndpointReferences.Of).Contains(name)
        || EndpointReferences.OfBody(rule).Contains(name);

    private bool EmitIf(EndpointRule rule, int conditionIndex, EndpointLocals locals, List<string> tests)
    {
        if (tests.Contains("false"))
        {
            return false;
        }

        using (code.Block(If(tests)))
        {
            Emit(rule, conditionIndex, locals, string.Join(" && ", tests));
        }

        return false;
    }

    private static string If(List<string> tests)
    {
        string line = $"if ({string.Join(" && ", tests)})";
        return line.Length <= LongLine ? line : $"if (\n    {string.Join("\n    && ", tests)}\n)";
    }

    /// <summary>A flag that equals something is set: the test before it has nothing to add.</summary>
    private static void AddTest(List<string> tests, string test)
    {
        string[] sides = test.Split([" == "], StringSplitOptions.None);
        if (
            sides is [var value, "true" or "false"]
            && tests.Count > 0
            && tests[tests.Count - 1] == value + EndpointExpressionPrinter.IsSetTest
        )
        {
            tests.RemoveAt(tests.Count - 1);
        }

        tests.Add(test);
    }

    private bool EmitBody(EndpointRule rule, EndpointLocals locals, string tested)
    {
        EndpointExpressionPrinter printer = new(locals);
        switch (rule)
        {
            case EndpointResultRule result:
                new EndpointResultEmitter(code, printer).Emit(result.Endpoint);
                return true;
            case EndpointErrorRule error:
                code.Line($"throw new EndpointException({printer.Value(error.Error)});");
                return true;
            case EndpointTreeRule tree when methods.IsOwnMethod(tree):
                return EmitCall(tree, locals, tested);
            case EndpointTreeRule tree:
                return Emit(tree.Rules, locals);
            default:
                throw new ArgumentException($"{rule} has no form in C#", nameof(rule));
        }
    }

    private bool EmitCall(EndpointTreeRule tree, EndpointLocals locals, string tested)
    {
        (string call, bool isFinal) = methods.EmitGroup(tree, locals, tested);
        if (isFinal)
        {
            code.Line($"return {call};");
            return true;
        }

        string found = Names.Claim("found");
        code.Line($"Endpoint? {found} = {call};");
        using (code.Block($"if ({found} is not null)"))
        {
            code.Line($"return {found};");
        }

        return false;
    }
}
