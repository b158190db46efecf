using SsoOidcGen.Emitting.Codecs;
using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting;

/// <summary>A client for tests: the real one, over responses that the test prepares.</summary>
internal static class FakeEmitter
{
    public static SourceFile Emit(ServicePlan service)
    {
        CodeFile file = new(service);
        CodeWriter code = file.Code;
        code.Line(
            $"/// <summary>An <see cref=\"{service.InterfaceName}\"/> for tests: each operation responds with what is prepared for it.</summary>"
        );
        code.Line("/// <remarks>Pages and waiters run the client's own code over the prepared responses.</remarks>");
        using (code.Block($"{service.Accessibility} sealed partial class {service.FakeName} : {service.InterfaceName}"))
        {
            WriteConstructor(code, service);
            foreach (OperationPlan operation in service.Operations)
            {
                file.UsesDeprecated |= operation.Obsolete is not null;
                code.Line();
                WriteOperation(code, operation);
            }

            foreach (PaginatorPlan paginator in service.Paginators)
            {
                WritePaginator(code, paginator);
            }

            foreach (WaiterPlan waiter in service.Waiters)
            {
                WriteHead(code, waiter.Operation.Obsolete);
                WaiterEmitter.WriteSignature(code, waiter, "public ", " =>");
                WriteForward(code, $"{WaiterEmitter.MethodName(waiter)}(request, options, cancellationToken)");
            }

            WriteHead(code, obsolete: null);
            InterfaceEmitter.WriteTryInvoke(code, "public ", " =>");
            WriteForward(code, "TryInvokeAsync(operation, request, cancellationToken)");
            WriteHead(code, obsolete: null);
            code.Line("public void Dispose() => _client.Dispose();");
        }

        return file.ToSourceFile(service.FakeName);
    }

    private static void WriteConstructor(CodeWriter code, ServicePlan service)
    {
        code.Line("private readonly FakeCalls _fakes;");
        code.Line($"private readonly {service.ClientName} _client;");
        code.Line();
        code.Line("/// <summary>Creates a client for which nothing is prepared yet.</summary>");
        code.Line(
            "/// <param name=\"timeProvider\">The clock of the pauses between a waiter's calls; null: they take no time.</param>"
        );
        using (code.Block($"public {service.FakeName}(TimeProvider? timeProvider = null)"))
        {
            code.Line($"_fakes = new FakeCalls(nameof({service.FakeName}), timeProvider);");
            code.Line($"_client = new {service.ClientName}(_fakes);");
        }
    }

    private static void WriteOperation(CodeWriter code, OperationPlan operation)
    {
        code.Line(
            $"/// <summary>What <see cref=\"{operation.Name}Async\"/> responds with, and the requests it got.</summary>"
        );
        Attributes.WriteObsolete(code, operation.Obsolete);
        code.Arrow(
            $"public FakeOperation<{operation.Input.Name}, {operation.Output.Name}> {operation.PropertyName}",
            $"_fakes.Of({operation.DescriptorName}.Descriptor);"
        );
        WriteHead(code, operation.Obsolete);
        OperationEmitter.WriteSignature(code, operation, "public ", " =>");
        WriteForward(code, $"{operation.Name}Async(request, cancellationToken)");
    }

    private static void WritePaginator(CodeWriter code, PaginatorPlan paginator)
    {
        WritePages(paginator.Operation.Output.Name, "Pages");
        if (paginator.ItemType is { } item)
        {
            WritePages(item, "Items");
        }

        void WritePages(string type, string suffix)
        {
            WriteHead(code, paginator.Operation.Obsolete);
            PaginatorEmitter.WriteSignature(code, paginator, type, suffix, "public ", " =>");
            WriteForward(code, $"{paginator.Operation.Name}{suffix}Async(request, cancellationToken)");
        }
    }

    private static void WriteHead(CodeWriter code, string? obsolete)
    {
        code.Line();
        code.Line("/// <inheritdoc/>");
        Attributes.WriteObsolete(code, obsolete);
    }

    private static void WriteForward(CodeWriter code, string call)
    {
        using (code.Indented())
        {
            code.Line($"_client.{call};");
        }
    }
}
