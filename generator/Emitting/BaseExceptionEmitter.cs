using SsoOidcGen.Emitting.Codecs;
using SsoOidcGen.Emitting.Documentation;
using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting;

/// <summary>The base of a service's exceptions, so that one handler can catch all of them.</summary>
internal static class BaseExceptionEmitter
{
    public static SourceFile Emit(ServicePlan service)
    {
        CodeFile file = new(service);
        CodeWriter code = file.Code;
        string name = service.ExceptionName;
        code.Line(
            $"/// <summary>An error of {XmlDocs.Escape(service.FullName)}: one of its own types where the model describes it, and else this one.</summary>"
        );
        using (code.Block($"{service.Accessibility} partial class {name} : ServiceException"))
        {
            code.Line("/// <summary>Creates the exception by hand, for example in a test.</summary>");
            code.Line("/// <param name=\"message\">What the service says.</param>");
            code.Line($"public {name}(string message)");
            code.Line("    : base(message) { }");
            code.Line();
            code.Line($"internal {name}(in ErrorResponse error)");
            code.Line("    : base(in error) { }");
        }

        return file.ToSourceFile("Exceptions/" + name);
    }
}
