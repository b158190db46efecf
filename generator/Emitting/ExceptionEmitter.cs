using SsoOidcGen.Model;
using SsoOidcGen.Planning;

namespace SsoOidcGen.Emitting;

/// <summary>The exception of an error shape.</summary>
internal static class ExceptionEmitter
{
    public static SourceFile Emit(ExceptionPlan plan, ServicePlan service)
    {
        CodeFile file = new(service);
        WriteException(file, plan, service.Accessibility);
        TypeGroupEmitter.Write(file, plan.OwnTypes, service);
        return file.ToSourceFile("Exceptions/" + plan.Name);
    }

    private static void WriteException(CodeFile file, ExceptionPlan plan, string accessibility)
    {
        CodeWriter code = file.Code;
        XmlDocs.Write(code, plan.Documentation, $"The service's error <c>{XmlDocs.Escape(plan.Error.Code)}</c>.");
        using (code.Block($"{accessibility} sealed partial class {plan.Name} : ServiceException"))
        {
            code.Line("/// <summary>Creates the exception by hand, for example in a test.</summary>");
            code.Line("/// <param name=\"message\">What the service says.</param>");
            code.Line($"public {plan.Name}(string message)");
            using (code.Block("    : base(message)"))
            {
                code.Line($"ErrorCode = {Literals.String(plan.Error.Code)};");
                if (plan.Error.HttpStatusCode > 0)
                {
                    code.Line($"StatusCode = (HttpStatusCode){plan.Error.HttpStatusCode};");
                }

                WriteRetryability(code, plan.Error);
            }

            code.Line();
            WriteErrorConstructor(code, plan);

            foreach (MemberPlan member in plan.Members)
            {
                code.Line();
                StructureEmitter.WriteProperty(code, member);
            }

            code.Line();
            WriteReader(file, plan);
        }
    }

    private static void WriteErrorConstructor(CodeWriter code, ExceptionPlan plan)
    {
        code.Line($"private {plan.Name}(in ErrorResponse error)");
        if (!plan.Error.Retryable && !plan.Error.Throttling)
        {
            code.Line("    : base(in error) { }");
            return;
        }

        using (code.Block("    : base(in error)"))
        {
            WriteRetryability(code, plan.Error);
        }
    }

    private static void WriteRetryability(CodeWriter code, ErrorTrait error)
    {
        if (error.Retryable)
        {
            code.Line("IsRetryable = true;");
        }

        if (error.Throttling)
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
            List<MemberPlan> body = plan
                .Members.Where(member => member.Location == MemberLocation.Body && KnownValue(plan, member) is null)
                .ToList();
            foreach (MemberPlan member in plan.Members.Where(static member => member.Location != MemberLocation.Body))
            {
                ResponseEmitter.WriteHeaderLocal(code, member, "error");
            }

            if (body.Count > 0)
            {
                JsonReaderEmitter.WriteLocals(code, body);
                code.Line("Utf8JsonReader reader = error.BodyReader();");
                JsonReaderEmitter.WriteMemberLoop(code, body);
            }

            using (code.Block($"return new {plan.Name}(in error)", "};"))
            {
                JsonReaderEmitter.WriteInitializers(
                    file,
                    plan.Members.Select(member =>
                        member with
                        {
                            LocalName = KnownValue(plan, member) ?? member.LocalName,
                        }
                    )
                );
            }
        }
    }

    /// <summary>Where the value of an OAuth 2.0 member is, which was read to find the error's code and message.</summary>
    private static string? KnownValue(ExceptionPlan plan, MemberPlan member) =>
        (plan.OAuthError, member) switch
        {
            (not null, { WireName: "error", Type: StringType }) => "error.OAuthError",
            (not null, { WireName: "error_description", Type: StringType }) => "error.OAuthErrorDescription",
            _ => null,
        };
}
