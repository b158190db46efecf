using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Plan;
using SsoOidcGen.Planning.JmesPath;
using SsoOidcGen.Planning.Names;

namespace SsoOidcGen.Planning;

/// <summary>Decides how clients wait for what a model knows to happen.</summary>
internal sealed class WaiterPlanner(
    IReadOnlyDictionary<string, StructurePlan> structures,
    IReadOnlyList<ExceptionPlan> exceptions,
    TypeNames names,
    List<DiagnosticInfo> diagnostics
)
{
    private const int FirstErrorStatus = 300;

    /// <summary>Null, with a diagnostic, when an expression has no C# form.</summary>
    public WaiterPlan? Plan(WaiterModel waiter, OperationPlan operation)
    {
        PathCompiler compiler = new(structures);
        AcceptorPlanner acceptors = new(compiler, operation.Output, exceptions);
        try
        {
            string name = CSharpNames.Pascal(waiter.Name);
            return new WaiterPlan
            {
                ModelName = waiter.Name,
                Name = name,
                DescriptorName = names.Claim(name + "Waiter"),
                Documentation = waiter.Documentation,
                DelaySeconds = waiter.DelaySeconds,
                MaxAttempts = waiter.MaxAttempts,
                Operation = operation,
                Acceptors = waiter.Acceptors.Select(acceptors.Plan).ToList(),
                AlwaysHasOutput = !waiter.Acceptors.Any(EndsWellWithError),
                UsesDeprecated = compiler.UsesDeprecated,
            };
        }
        catch (PathException reason)
        {
            diagnostics.Add(
                new DiagnosticInfo(PlanningDiagnostics.WaiterOmitted.Id, Span: null, [waiter.Name, reason.Message])
                {
                    Part = new ModelPart.Waiter(waiter.Name),
                }
            );
            return null;
        }
    }

    private static bool EndsWellWithError(Acceptor acceptor) =>
        acceptor
            is { State: AcceptorState.Success, Matcher: AcceptorMatcher.Error, Expected.Flag: not false }
                or {
                    State: AcceptorState.Success,
                    Matcher: AcceptorMatcher.Status,
                    Expected.Number: >= FirstErrorStatus
                };
}
