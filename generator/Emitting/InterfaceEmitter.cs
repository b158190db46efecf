using SsoOidcGen.Emitting.Codecs;
using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting;

/// <summary>The interface of the client, for those who want to replace it in tests.</summary>
internal static class InterfaceEmitter
{
    public static SourceFile Emit(ServicePlan service)
    {
        CodeFile file = new(service);
        CodeWriter code = file.Code;
        code.Line($"/// <summary>What <see cref=\"{service.ClientName}\"/> offers.</summary>");
        using (code.Block($"{service.Accessibility} partial interface {service.InterfaceName} : IDisposable"))
        {
            foreach (OperationPlan operation in service.Operations)
            {
                code.Line($"/// <inheritdoc cref=\"{service.ClientName}.{operation.Name}Async\"/>");
                Attributes.WriteObsolete(code, operation.Obsolete);
                OperationEmitter.WriteSignature(code, operation, modifier: "", ";");
                code.Line();
            }

            foreach (PaginatorPlan paginator in service.Paginators)
            {
                PaginatorEmitter.WriteDeclarations(code, paginator, service);
            }

            foreach (WaiterPlan waiter in service.Waiters)
            {
                WaiterEmitter.WriteDeclaration(code, waiter, service);
            }

            code.Line("/// <inheritdoc cref=\"ServiceClient.TryInvokeAsync\"/>");
            WriteTryInvoke(code, modifier: "", ";");
        }

        return file.ToSourceFile(service.InterfaceName);
    }

    /// <summary>The head of the method that calls any operation.</summary>
    public static void WriteTryInvoke(CodeWriter code, string modifier, string end) =>
        code.List(
            $"{modifier}ValueTask<OperationResult<TOutput>> TryInvokeAsync<TInput, TOutput>(",
            ["Operation<TInput, TOutput> operation", "TInput request", "CancellationToken cancellationToken = default"],
            ")" + end
        );
}
