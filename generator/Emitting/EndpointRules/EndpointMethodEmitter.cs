using SsoOidcGen.Model.EndpointRules;
using SsoOidcGen.Planning;

namespace SsoOidcGen.Emitting.EndpointRules;

/// <summary>Prints the method <c>Resolve</c>, and a method for each group of rules that would make it too long.</summary>
internal sealed class EndpointMethodEmitter(EndpointRuleSet ruleSet, string serviceId)
{
    private readonly SortedDictionary<int, CodeWriter> _groups = [];
    private EndpointRuleGroups _ownMethods = null!;

    public void Emit(CodeWriter code)
    {
        EndpointRule[] rules = [.. EndpointRuleSimplifier.Simplify(ruleSet.Rules)];
        _ownMethods = new EndpointRuleGroups(rules);
        code.Line(
            "/// <exception cref=\"EndpointException\">There is no endpoint for this region and these settings.</exception>"
        );
        using (code.Block("public static Endpoint Resolve(EndpointContext context)"))
        {
            EndpointRuleEmitter body = new(code, this, new NameScope(StringComparer.Ordinal, ["context"]));
            HashSet<string> used = [.. rules.SelectMany(EndpointReferences.Of)];
            EndpointLocals locals = new EndpointParameterEmitter(code, body.Names).Emit(ruleSet.Parameters, used);
            code.Line();
            if (!body.Emit(rules, locals))
            {
                code.Line();
                string message = $"No endpoint rule of {serviceId} fits the region and settings of the client.";
                code.Line($"throw new EndpointException({Literals.String(message)});");
            }
        }

        foreach (CodeWriter group in _groups.Values)
        {
            code.Line();
            code.Line(group.ToString().TrimEnd('\n'));
        }
    }

    public bool IsOwnMethod(EndpointTreeRule tree) => _ownMethods.IsOwnMethod(tree);

    /// <summary>Prints a method for the rules of a tree.</summary>
    /// <returns>The call, and whether it always returns an endpoint or throws.</returns>
    public (string Call, bool IsFinal) EmitGroup(EndpointTreeRule tree, EndpointLocals locals, string conditions)
    {
        int number = _groups.Count + 1;
        CodeWriter code = new();
        _groups.Add(number, code);

        HashSet<string> used = [.. EndpointReferences.OfBody(tree)];
        EndpointLocal[] arguments =
        [
            .. locals.Variables.Where(variable => used.Contains(variable.RuleName) && !variable.IsConstant),
        ];
        EndpointExpressionPrinter printer = new(locals);
        NameScope names = new(StringComparer.Ordinal, []);
        EndpointLocal[] parameters =
        [
            .. arguments.Select(argument => new EndpointLocal(
                argument.RuleName,
                names.Claim(CSharpNames.Camel(argument.RuleName)),
                locals.Types.Find(argument.RuleName)!.Value
            )),
        ];
        EndpointLocals inner = locals with
        {
            Variables = [.. parameters, .. locals.Variables.Where(static variable => variable.IsConstant)],
        };

        CodeWriter body = new();
        bool isFinal;
        using (body.Block())
        {
            isFinal = new EndpointRuleEmitter(body, this, names).Emit(tree.Rules, inner);
            if (!isFinal)
            {
                body.Line();
                body.Line("return null;");
            }
        }

        string name = $"ApplyRules{number}";
        if (conditions.Length > 0)
        {
            code.Line($"// When {conditions}");
        }

        code.Line(
            CodeLayout.List(
                $"private static Endpoint{(isFinal ? "" : "?")} {name}(",
                [.. parameters.Select(static parameter => parameter.Declaration)],
                ')'
            )
        );
        code.Line(body.ToString().TrimEnd('\n'));
        string call = CodeLayout.List(
            $"{name}(",
            [.. arguments.Select(argument => printer.Value(new ReferenceExpression(argument.RuleName)))],
            ')'
        );
        return (call, isFinal);
    }
}
