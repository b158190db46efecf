using SsoOidcGen.Model.EndpointRules;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting.EndpointRules;

/// <summary>Prints endpoint rules as a class whose <c>Resolve</c> takes an <c>EndpointContext</c> to an <c>Endpoint</c>.</summary>
internal static class EndpointRulesEmitter
{
    public static SourceFile Emit(ServicePlan service, EndpointRuleSet rules)
    {
        CodeFile file = new(service);
        CodeWriter code = file.Code;
        string fullName = XmlDocs.Escape(service.FullName);
        code.Line($"/// <summary>Finds the endpoint of {fullName} by the rules of its model.</summary>");
        using (code.Block($"internal static class {service.ClientName}EndpointRules"))
        {
            new EndpointMethodEmitter(rules, service.ServiceId).Emit(code);
        }

        return file.ToSourceFile("EndpointRules");
    }
}
