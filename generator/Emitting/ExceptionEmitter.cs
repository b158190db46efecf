using SsoOidcGen.Emitting.Codecs;
using SsoOidcGen.Emitting.Documentation;
using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting;

/// <summary>The exception of an error shape.</summary>
internal static class ExceptionEmitter
{
    public static SourceFile Emit(ExceptionPlan plan, ServicePlan service)
    {
        CodeFile file = new(service);
        WriteException(file, plan, service);
        TypeGroupEmitter.Write(file, plan.OwnTypes, service);
        return file.ToSourceFile("Exceptions/" + plan.Name);
    }

    private static void WriteException(CodeFile file, ExceptionPlan plan, ServicePlan service)
    {
        CodeWriter code = file.Code;
        file.HasUndocumented |= !XmlDocs.Write(code, plan.Documentation, Summary(plan));
        using (code.Block($"{service.Accessibility} sealed partial class {plan.Name} : {service.ExceptionName}"))
        {
            code.Line("/// <summary>Creates the exception by hand, for example in a test.</summary>");
            code.Line("/// <param name=\"message\">What the service says.</param>");
            code.Line($"public {plan.Name}(string message)");
            using (code.Block("    : base(message)"))
            {
                code.Line($"ErrorCode = {Literals.String(plan.Code)};");
                if (plan.HttpStatusCode is { } status)
                {
                    code.Line($"StatusCode = (HttpStatusCode){status};");
                }

                WriteRetryability(code, plan);
            }

            WriteErrorConstructor(code, plan);

            foreach (MemberPlan member in plan.Members)
            {
                code.Line();
                StructureEmitter.WriteProperty(file, member);
            }

            code.Line();
            WriteReader(file, plan);
        }
    }

    /// <summary>Nothing that the name says already.</summary>
    private static string? Summary(ExceptionPlan plan) =>
        plan.Name == plan.Code || plan.Name == plan.Code + "Exception"
            ? null
            : $"The service's error <c>{XmlDocs.Escape(plan.Code)}</c>.";

    private static void WriteErrorConstructor(CodeWriter code, ExceptionPlan plan)
    {
        code.Line($"private {plan.Name}(in ErrorResponse error)");
        if (!plan.IsRetryable && !plan.IsThrottling)
        {
            code.Line("    : base(in error) { }");
            return;
        }

        using (code.Block("    : base(in error)"))
        {
            WriteRetryability(code, plan);
        }
    }

    private static void WriteRetryability(CodeWriter code, ExceptionPlan plan)
    {
        if (plan.IsRetryable)
        {
            code.Line("IsRetryable = true;");
        }

        if (plan.IsThrottling)
        {
            code.Line("IsThrottling = true;");
        }
    }

    private static void WriteReader(CodeFile file, ExceptionPlan plan)
    {
        CodeWriter code = file.Code;
        if (plan.Members.Count == 0)
        {
            code.Line($"internal static {plan.Name} Read(in ErrorResponse error) => new(in error);");
            return;
        }

        using (code.Block($"internal static {plan.Name} Read(in ErrorResponse error)"))
        {
            foreach (PartPlan part in plan.Parts)
            {
                BoundValue.WriteLocal(code, part, "error", "(int)error.StatusCode");
            }

            if (plan.Body.Count > 0)
            {
                RecordEmitter.WriteLocals(code, plan.Body);
                code.Line($"{file.Reader.ReaderType} reader = {file.Reader.ErrorReader};");
                file.Reader.ReadError(code, plan.Body);
            }

            using (code.Block($"return new {plan.Name}(in error)", "};"))
            {
                foreach (MemberPlan member in plan.Members)
                {
                    RecordEmitter.WriteInitializer(file, member, ValueOf(plan, member));
                }
            }
        }
    }

    /// <summary>The members of OAuth 2.0 were read to find the error's code and message.</summary>
    private static string ValueOf(ExceptionPlan plan, MemberPlan member) =>
        member == plan.OAuthError ? "error.OAuthError"
        : member == plan.OAuthErrorDescription ? "error.OAuthErrorDescription"
        : member.LocalName;
}
