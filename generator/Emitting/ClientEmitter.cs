using SsoOidcGen.Emitting.Codecs;
using SsoOidcGen.Emitting.Documentation;
using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting;

/// <summary>The client's main file: constructors, what it offers, and how errors become exceptions.</summary>
internal static class ClientEmitter
{
    public static SourceFile Emit(ServicePlan service)
    {
        CodeFile file = new(service);
        CodeWriter code = file.Code;
        XmlDocs.Write(code, service.Documentation, $"Calls {XmlDocs.Escape(service.FullName)}.");
        using (
            code.Block(
                $"{service.Accessibility} sealed partial class {service.ClientName} : ServiceClient, {service.InterfaceName}"
            )
        )
        {
            WriteDescription(code, service);
            code.Line();
            WriteConstructors(code, service);
            code.Line();
            if (service.FormCredentialsChain is { } chain)
            {
                WriteFormPresigner(code, chain);
                code.Line();
            }

            WriteNames(code, service);
            code.Line();
            code.Line(
                "/// <summary>A descriptor for each operation, for <see cref=\"ServiceClient.TryInvokeAsync\"/>.</summary>"
            );
            code.Line("public static partial class Operations { }");
            code.Line();
            WriteExceptionFactory(code, service);
        }

        return file.ToSourceFile(service.ClientName);
    }

    private static void WriteDescription(CodeWriter code, ServicePlan service)
    {
        using (code.Block("private static readonly ServiceDescription Service = new()", "};"))
        {
            code.Line($"ServiceId = {Literals.String(service.ServiceId)},");
            code.Line($"ApiVersion = {Literals.String(service.ApiVersion)},");
            if (service.SigningName is { } signingName)
            {
                code.Line($"SigningName = {Literals.String(signingName)},");
            }

            if (service.SignsLikeS3)
            {
                code.Line("SignsLikeS3 = true,");
            }

            if (!service.RequiresEndpoint)
            {
                code.Line($"ResolveEndpoint = {EndpointResolver(service)},");
            }

            code.Line($"Errors = ErrorFormat.{service.Bodies.Reads},");
            code.Line("CreateException = CreateException,");
            code.Line(
                $"CreateUnmodeledException = static (in ErrorResponse error) => new {service.ExceptionName}(in error),"
            );
        }
    }

    private static string EndpointResolver(ServicePlan service) =>
        service.EndpointRules is null
            ? $"static context => EndpointFunctions.GetDefaultEndpoint({Literals.String(service.EndpointPrefix!)}, context)"
            : $"{service.ClientName}EndpointRules.Resolve";

    private static void WriteConstructors(CodeWriter code, ServicePlan service)
    {
        code.Line("/// <summary>Creates a client with its own connections.</summary>");
        WriteOptionsParameter(code, service);
        code.Line($"public {service.ClientName}({OptionsParameter(service)})");
        using (code.Indented())
        {
            code.Line(": base(Service, httpClient: null, options) { }");
        }

        code.Line();
        code.Line(
            "/// <summary>Creates a client that sends through an <see cref=\"HttpClient\"/> of the caller's.</summary>"
        );
        code.Line(
            "/// <param name=\"httpClient\">It is not disposed. Its handler should not follow redirects.</param>"
        );
        WriteOptionsParameter(code, service);
        code.Line($"public {service.ClientName}(HttpClient httpClient, {OptionsParameter(service)})");
        using (code.Indented())
        {
            code.Line(": base(Service, httpClient, options) { }");
        }

        if (service.HasFakes)
        {
            code.Line();
            code.Line($"internal {service.ClientName}(FakeCalls fakes)");
            using (code.Indented())
            {
                code.Line(": base(Service, fakes) { }");
            }
        }
    }

    private static string OptionsParameter(ServicePlan service) =>
        service.RequiresEndpoint ? $"{service.OptionsName} options" : $"{service.OptionsName}? options = null";

    private static void WriteOptionsParameter(CodeWriter code, ServicePlan service)
    {
        if (!service.RequiresEndpoint)
        {
            code.Line(
                "/// <param name=\"options\">Settings; what they leave open comes from the environment and the shared config file.</param>"
            );
            return;
        }

        code.Line(
            "/// <param name=\"options\">Settings, of which <see cref=\"ServiceClientOptions.Endpoint\"/> is required.</param>"
        );
        code.Line(
            "/// <exception cref=\"ConfigurationException\"><see cref=\"ServiceClientOptions.Endpoint\"/> is not set.</exception>"
        );
    }

    private static void WriteFormPresigner(CodeWriter code, string chain)
    {
        code.Line(
            "/// <summary>Makes an HTML form that uploads an object without credentials until it expires. Nothing is sent.</summary>"
        );
        code.Line("/// <param name=\"policy\">What the form may upload, and until when.</param>");
        code.Line("/// <param name=\"cancellationToken\">Cancels the waiting for credentials.</param>");
        code.List(
            "public ValueTask<PresignedPost> PresignPostAsync(",
            ["PostPolicy policy", "CancellationToken cancellationToken = default"],
            ") =>"
        );
        using (code.Indented())
        {
            code.Line($"PresignFormAsync(policy, {chain}.Instance, cancellationToken);");
        }
    }

    private static void WriteNames(CodeWriter code, ServicePlan service)
    {
        code.Line("/// <summary>The operations of this client.</summary>");
        WriteList(code, "OperationNames", service.Operations.Select(static operation => operation.ModelName));
        code.Line();
        code.Line("/// <summary>The operations whose results are paginated.</summary>");
        WriteList(code, "PaginatorNames", service.Paginators.Select(static paginator => paginator.Operation.ModelName));
        code.Line();
        code.Line("/// <summary>What can be waited for.</summary>");
        WriteList(code, "WaiterNames", service.Waiters.Select(static waiter => waiter.ModelName));
        code.Line();
        code.Line("/// <summary>Whether an operation's results are paginated.</summary>");
        code.Line(
            "/// <param name=\"operation\">The operation's name in the model, for example one of <see cref=\"OperationNames\"/>.</param>"
        );
        code.Line("public static bool CanPaginate(string operation) => PaginatorNames.Contains(operation);");
    }

    private static void WriteList(CodeWriter code, string name, IEnumerable<string> values)
    {
        List<string> literals = values.Select(Literals.String).ToList();
        if (literals.Count == 0)
        {
            code.Line($"public static IReadOnlyList<string> {name} => [];");
            return;
        }

        code.Line($"public static IReadOnlyList<string> {name} =>");
        code.Line("[");
        using (code.Indented())
        {
            foreach (string literal in literals)
            {
                code.Line(literal + ",");
            }
        }

        code.Line("];");
    }

    private static void WriteExceptionFactory(CodeWriter code, ServicePlan service)
    {
        code.Line("private static ServiceException? CreateException(in ErrorResponse error) =>");
        using (code.Indented())
        {
            if (service.ErrorCodes.Count == 0)
            {
                code.Line("null;");
                return;
            }

            using (code.Block("error.Code switch", "};"))
            {
                foreach (ErrorCodesPlan error in service.ErrorCodes)
                {
                    string pattern = string.Join(" or ", error.Codes.Select(Literals.String));
                    code.Line($"{pattern} => {error.Exception.Name}.Read(in error),");
                }

                code.Line("_ => null,");
            }
        }
    }
}
