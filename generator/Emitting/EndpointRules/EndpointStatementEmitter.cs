using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;
using static SsoOidcGen.Emitting.EndpointRules.EndpointValuePrinter;

namespace SsoOidcGen.Emitting.EndpointRules;

/// <summary>Prints the statements of rules.</summary>
internal static class EndpointStatementEmitter
{
    private const int LongLine = 100;

    public static void Write(CodeWriter code, EndpointRuleBlock block)
    {
        for (int i = 0; i < block.Rules.Count; i++)
        {
            if (i > 0)
            {
                code.Line();
            }

            foreach (EndpointStatement statement in block.Rules[i])
            {
                Write(code, statement);
            }
        }
    }

    private static void Write(CodeWriter code, EndpointStatement statement)
    {
        switch (statement)
        {
            case EndpointDeclaration declaration:
                code.Line($"{declaration.Local.TypeName} {declaration.Local.Name} = {Print(declaration.Value)};");
                break;
            case EndpointIf branch:
                using (code.Block(If(branch.Tests)))
                {
                    foreach (EndpointStatement inner in branch.Body)
                    {
                        Write(code, inner);
                    }
                }

                break;
            case EndpointRuleSequence rules:
                Write(code, rules.Block);
                break;
            case EndpointReturn result:
                EndpointResultEmitter.Write(code, result.Result);
                break;
            case EndpointThrow error:
                code.Line($"throw new EndpointException({Print(error.Message)});");
                break;
            case EndpointCall call:
                WriteCall(code, call);
                break;
        }
    }

    private static void WriteCall(CodeWriter code, EndpointCall call)
    {
        string invocation = CodeLayout.List($"{call.Method}(", [.. call.Arguments.Select(Print)], ')');
        if (call.Found is not { } found)
        {
            code.Line($"return {invocation};");
            return;
        }

        code.Line($"Endpoint? {found} = {invocation};");
        using (code.Block($"if ({found} is not null)"))
        {
            code.Line($"return {found};");
        }
    }

    private static string If(IReadOnlyList<EndpointTest> tests)
    {
        string line = $"if ({string.Join(" && ", Print(tests))})";
        return line.Length <= LongLine ? line : $"if (\n    {string.Join("\n    && ", Print(tests))}\n)";
    }
}
