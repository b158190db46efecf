using SsoOidcGen.Emitting.Codecs;
using SsoOidcGen.Emitting.JmesPath;
using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting;

/// <summary>The file of a paginator: the client's methods that go through all pages, and through all items of them.</summary>
internal static class PaginatorEmitter
{
    private static readonly PathPrinter Page = new("page");

    public static SourceFile Emit(PaginatorPlan paginator, ServicePlan service)
    {
        CodeFile file = new(service) { UsesDeprecated = paginator.UsesDeprecated };
        using (file.Code.Block($"{service.Accessibility} sealed partial class {service.ClientName}"))
        {
            WritePages(file.Code, paginator);
            if (paginator.Items is not null)
            {
                WriteItems(file.Code, paginator);
            }
        }

        return file.ToSourceFile("Paginators/" + paginator.Operation.Name);
    }

    /// <summary>The declarations of the methods, for the interface.</summary>
    public static void WriteDeclarations(CodeWriter code, PaginatorPlan paginator, ServicePlan service)
    {
        OperationPlan operation = paginator.Operation;
        WriteDeclaration(code, paginator, service, operation.Output.Name, "Pages");
        if (paginator.ItemType is { } item)
        {
            WriteDeclaration(code, paginator, service, item, "Items");
        }
    }

    private static void WriteDeclaration(
        CodeWriter code,
        PaginatorPlan paginator,
        ServicePlan service,
        string item,
        string suffix
    )
    {
        OperationPlan operation = paginator.Operation;
        string name = $"{operation.Name}{suffix}Async";
        code.Line($"/// <inheritdoc cref=\"{service.ClientName}.{name}({operation.Input.Name}, CancellationToken)\"/>");
        Attributes.WriteObsolete(code, operation.Obsolete);
        WriteSignature(code, paginator, item, suffix, modifier: "", ";");
        code.Line();
    }

    /// <summary>The head of a method, as the interface declares it.</summary>
    public static void WriteSignature(
        CodeWriter code,
        PaginatorPlan paginator,
        string item,
        string suffix,
        string modifier,
        string end
    ) =>
        code.List(
            $"{modifier}IAsyncEnumerable<{item}> {paginator.Operation.Name}{suffix}Async(",
            [$"{paginator.Operation.Input.Name} request", "CancellationToken cancellationToken = default"],
            ")" + end
        );

    private static void WritePages(CodeWriter code, PaginatorPlan paginator)
    {
        OperationPlan operation = paginator.Operation;
        string page = operation.Output.Name;
        code.Line($"/// <summary>Calls <see cref=\"{operation.Name}Async\"/> for one page after the other.</summary>");
        WriteDocs(code, paginator, "The pages, each asked for when it is needed.");
        Attributes.WriteObsolete(code, operation.Obsolete);
        WriteHeader(code, paginator, page, "Pages");
        using (code.Block())
        using (code.Block("while (true)"))
        {
            code.List(
                $"{page} page = await InvokeAsync(",
                [operation.DescriptorName + ".Descriptor", "request", "cancellationToken"],
                ").ConfigureAwait(false);"
            );
            code.Line("yield return page;");
            foreach (PageTokenPlan token in paginator.Tokens)
            {
                code.Line($"{token.Output.Type.Name}? {token.LocalName} = {Present(token)};");
            }

            using (code.Block($"if ({Ends(paginator)})"))
            {
                code.Line("yield break;");
            }

            using (code.Block($"if ({string.Join(" && ", paginator.Tokens.Select(IsRepeated))})"))
            {
                code.Line($"throw PaginationException.Repeated({Literals.String(operation.ModelName)});");
            }

            code.Line($"request = request with {{ {string.Join(", ", paginator.Tokens.Select(Assignment))} }};");
        }
    }

    private static void WriteItems(CodeWriter code, PaginatorPlan paginator)
    {
        OperationPlan operation = paginator.Operation;
        code.Line(
            $"/// <summary>Goes through the items of all pages of <see cref=\"{operation.Name}Async\"/>.</summary>"
        );
        WriteDocs(code, paginator, "The items; a page is asked for when those of the one before are used up.");
        Attributes.WriteObsolete(code, operation.Obsolete);
        WriteHeader(code, paginator, paginator.ItemType!, "Items");
        using (code.Block())
        {
            code.List(
                "await foreach (",
                [
                    $"{operation.Output.Name} page in {operation.Name}PagesAsync(request, cancellationToken).ConfigureAwait(false)",
                ],
                ")"
            );
            string items = Page.Print(paginator.Items!) + (paginator.Items!.IsNullable ? " ?? []" : "");
            using (code.Block())
            using (code.Block($"foreach ({paginator.ItemType} item in {items})"))
            {
                code.Line("yield return item;");
            }
        }
    }

    private static void WriteDocs(CodeWriter code, PaginatorPlan paginator, string returns)
    {
        string tokens = string.Join(
            " and ",
            paginator.Tokens.Select(token =>
                $"<see cref=\"{paginator.Operation.Input.Name}.{token.Input.PropertyName}\"/>"
            )
        );
        code.Line(
            $"/// <param name=\"request\">The operation's input. To go on at a later page, set {tokens}.</param>"
        );
        code.Line("/// <param name=\"cancellationToken\">Cancels the iteration, and any call in progress.</param>");
        code.Line($"/// <returns>{returns}</returns>");
        code.Line("/// <exception cref=\"PaginationException\">A page leads to itself.</exception>");
        code.Line("/// <exception cref=\"ServiceException\">A call failed; the iteration is over.</exception>");
    }

    private static void WriteHeader(CodeWriter code, PaginatorPlan paginator, string item, string suffix)
    {
        code.Line($"public async IAsyncEnumerable<{item}> {paginator.Operation.Name}{suffix}Async(");
        using (code.Indented())
        {
            code.Line($"{paginator.Operation.Input.Name} request,");
            code.Line("[EnumeratorCancellation] CancellationToken cancellationToken = default");
        }

        code.Line(")");
    }

    /// <summary>Nothing that is empty leads to a page.</summary>
    private static string Present(PageTokenPlan token) =>
        token.Output.Type is StringType or MapType
            ? $"PageTokens.NullIfEmpty({Page.Print(token.Output)})"
            : Page.Print(token.Output);

    private static string Ends(PaginatorPlan paginator)
    {
        string hasNoToken = string.Join(" && ", paginator.Tokens.Select(static token => $"{token.LocalName} is null"));
        return paginator.IsLast is not { } isLast ? hasNoToken
            : paginator.Tokens.Count == 1 ? $"{Page.Operand(isLast)} || {hasNoToken}"
            : $"{Page.Operand(isLast)} || ({hasNoToken})";
    }

    private static string IsRepeated(PageTokenPlan token) =>
        token.Output.Type is MapType
            ? $"PageTokens.AreEqual({token.LocalName}, request.{token.Input.PropertyName})"
            : $"{token.LocalName} == request.{token.Input.PropertyName}";

    private static string Assignment(PageTokenPlan token) =>
        token.Input.IsNullable
            ? $"{token.Input.PropertyName} = {token.LocalName}"
            : $"{token.Input.PropertyName} = {token.LocalName} ?? request.{token.Input.PropertyName}";
}
