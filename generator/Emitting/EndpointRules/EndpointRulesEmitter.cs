using SsoOidcGen.Model.EndpointRules;
using SsoOidcGen.Planning;

namespace SsoOidcGen.Emitting.EndpointRules;

/// <summary>Prints endpoint rules as a class whose <c>Resolve</c> takes an <c>EndpointContext</c> to an <c>Endpoint</c>.</summary>
internal static class EndpointRulesEmitter
{
    public static SourceFile Emit(ServicePlan service, EndpointRuleSet rules)
    {
        CodeFile file = new(service);
        CodeWriter code = file.Code;
        code.Line(
            $"""
            /// <summary>Where {XmlDocs.Escape(
                service.Metadata.FullName
            )} is reached, by the rules of its model.</summary>
            internal static class {service.ClientName}EndpointRules
            """
        );
        using (code.Block())
        {
            new EndpointMethodEmitter(rules, service.Metadata.ServiceId).Emit(code);
        }

        return file.ToSourceFile("EndpointRules");
    }
}
