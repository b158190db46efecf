using SsoOidcGen.Emitting.Codecs;
using SsoOidcGen.Emitting.Documentation;
using SsoOidcGen.Emitting.JmesPath;
using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting;

/// <summary>The file of a waiter: the client's method, and the rules by which responses are judged.</summary>
internal static class WaiterEmitter
{
    public static SourceFile Emit(WaiterPlan waiter, ServicePlan service)
    {
        CodeFile file = new(service) { UsesDeprecated = waiter.UsesDeprecated };
        CodeWriter code = file.Code;
        using (code.Block($"{service.Accessibility} sealed partial class {service.ClientName}"))
        {
            WriteMethod(code, waiter);
        }

        WriteDescriptor(code, waiter);
        return file.ToSourceFile("Waiters/" + waiter.Name);
    }

    /// <summary>The declaration of the method, for the interface.</summary>
    public static void WriteDeclaration(CodeWriter code, WaiterPlan waiter, ServicePlan service)
    {
        code.Line($"/// <inheritdoc cref=\"{service.ClientName}.{MethodName(waiter)}\"/>");
        Attributes.WriteObsolete(code, waiter.Operation.Obsolete);
        WriteSignature(code, waiter, modifier: "", ";");
        code.Line();
    }

    /// <summary>The head of the method, as the interface declares it.</summary>
    public static void WriteSignature(CodeWriter code, WaiterPlan waiter, string modifier, string end) =>
        code.List(
            $"{modifier}Task<{ResultType(waiter)}> {MethodName(waiter)}(",
            [
                $"{waiter.Operation.Input.Name} request",
                "WaiterOptions? options = null",
                "CancellationToken cancellationToken = default",
            ],
            ")" + end
        );

    public static string MethodName(WaiterPlan waiter) => $"WaitUntil{waiter.Name}Async";

    private static string ResultType(WaiterPlan waiter) =>
        waiter.AlwaysHasOutput ? waiter.Operation.Output.Name : waiter.Operation.Output.Name + "?";

    private static void WriteMethod(CodeWriter code, WaiterPlan waiter)
    {
        OperationPlan operation = waiter.Operation;
        string name = waiter.ModelName;
        string calls = operation.ModelName;
        XmlDocs.Write(
            code,
            waiter.Documentation,
            $"Calls the service's <c>{calls}</c> until <c>{name}</c> has happened."
        );
        code.Line("/// <param name=\"request\">The input of each call.</param>");
        code.Line(
            $"/// <param name=\"options\">How long and how often to ask; if not given every {waiter.DelaySeconds} s, up to {waiter.MaxAttempts} times.</param>"
        );
        code.Line("/// <param name=\"cancellationToken\">Cancels the wait.</param>");
        code.Line(
            waiter.AlwaysHasOutput
                ? "/// <returns>The output that shows it.</returns>"
                : "/// <returns>The output that shows it; null when an error shows it, for example that there is no such resource.</returns>"
        );
        code.Line(
            "/// <exception cref=\"WaiterException\">It can no longer happen, an unexpected error came, or the calls are used up.</exception>"
        );
        Attributes.WriteObsolete(code, operation.Obsolete);
        code.Line($"public async Task<{ResultType(waiter)}> {MethodName(waiter)}(");
        using (code.Indented())
        {
            code.Line($"{operation.Input.Name} request,");
            code.Line("WaiterOptions? options = null,");
            code.Line("CancellationToken cancellationToken = default");
        }

        code.Line(")");
        using (code.Block())
        {
            code.List(
                $"OperationResult<{operation.Output.Name}> result = await {waiter.DescriptorName}.Descriptor.WaitAsync(",
                ["this", "request", "options", "cancellationToken"],
                ").ConfigureAwait(false);"
            );
            code.Line(waiter.AlwaysHasOutput ? "return result.GetOutput();" : "return result.Output;");
        }
    }

    private static void WriteDescriptor(CodeWriter code, WaiterPlan waiter)
    {
        OperationPlan operation = waiter.Operation;
        using (code.Block($"internal static class {waiter.DescriptorName}"))
        {
            using (
                code.Block(
                    $"public static readonly Waiter<{operation.Input.Name}, {operation.Output.Name}> Descriptor = new()",
                    "};"
                )
            )
            {
                code.Line($"Name = {Literals.String(waiter.ModelName)},");
                code.Line($"Operation = {operation.DescriptorName}.Descriptor,");
                code.Line($"Delay = TimeSpan.FromSeconds({waiter.DelaySeconds}),");
                code.Line($"MaxAttempts = {waiter.MaxAttempts},");
                code.Line("Judge = Judge,");
            }

            code.Line($"private static WaiterVerdict? Judge(OperationResult<{operation.Output.Name}> result) =>");
            using (code.Indented())
            using (code.Block("result switch", "};"))
            {
                foreach (AcceptorPlan acceptor in waiter.Acceptors)
                {
                    string verdict = $"WaiterVerdict.{acceptor.Verdict}({Literals.String(acceptor.Description)})";
                    code.Arrow(Pattern(acceptor.Condition), verdict + ",");
                }

                code.Line("_ => null,");
            }
        }
    }

    private static string Pattern(AcceptorCondition condition) =>
        condition switch
        {
            StatusIs status => $"_ when (int?)result.StatusCode == {status.Status}",
            ErrorIs error =>
                $"_ when result.Exception is {{ ErrorCode: {string.Join(" or ", error.Codes.Select(Literals.String))} }}",
            AnyError => "_ when result.Exception is { ErrorCode: not null }",
            NoError => "_ when result.IsSuccess",
            OutputIs output => $"{{ Output: {{ }} output }} when {new PathPrinter("output").Print(output.Condition)}",
            _ => throw new ArgumentException($"{condition} has no form in C#", nameof(condition)),
        };
}
