using SsoOidcGen.Emitting.Codecs;
using SsoOidcGen.Emitting.Documentation;
using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting.EndpointRules;

/// <summary>Prints endpoint rules as a class whose <c>Resolve</c> takes an <c>EndpointContext</c> to an <c>Endpoint</c>.</summary>
internal static class EndpointRulesEmitter
{
    public static SourceFile Emit(ServicePlan service, EndpointRulesPlan rules)
    {
        CodeFile file = new(service);
        CodeWriter code = file.Code;
        string fullName = XmlDocs.Escape(service.FullName);
        code.Line($"/// <summary>Finds the endpoint of {fullName} by the rules of its model.</summary>");
        using (code.Block($"internal static class {service.ClientName}EndpointRules"))
        {
            WriteResolve(code, rules, service.ServiceId);
            foreach (EndpointMethodPlan group in rules.Groups)
            {
                WriteGroup(code, group);
            }
        }

        return file.ToSourceFile("EndpointRules");
    }

    private static void WriteResolve(CodeWriter code, EndpointRulesPlan rules, string serviceId)
    {
        code.Line(
            "/// <exception cref=\"EndpointException\">There is no endpoint for this region and these settings.</exception>"
        );
        using (code.Block("public static Endpoint Resolve(EndpointContext context)"))
        {
            foreach (EndpointParameterPlan parameter in rules.Parameters)
            {
                string value = Source(parameter) + WhenUnset(parameter);
                code.Line($"{parameter.Local.TypeName} {parameter.Local.Name} = {value};");
            }

            code.Line();
            EndpointStatementEmitter.Write(code, rules.Resolve);
            if (!rules.Resolve.IsFinal)
            {
                string message = $"No endpoint rule of {serviceId} fits the region and settings of the client.";
                code.Line($"throw new EndpointException({Literals.String(message)});");
            }
        }
    }

    private static string Source(EndpointParameterPlan parameter) =>
        parameter.ContextProperty is { } property
            ? $"context.{property}"
            : $"context.Get{parameter.Kind}({Literals.String(parameter.Name)})";

    private static string WhenUnset(EndpointParameterPlan parameter) =>
        parameter switch
        {
            { Default: { } value } => $" ?? {Default(value)}",
            { IsRequired: true } =>
                $" ?? throw new EndpointException({Literals.String($"The endpoint rules need a value for '{parameter.Name}'.")})",
            _ => "",
        };

    private static string Default(EndpointArgument value) =>
        value switch
        {
            TextArgument text => Literals.String(text.Text),
            FlagArgument flag => Literals.Bool(flag.Flag),
            TextsArgument texts => $"[{string.Join(", ", texts.Texts.Select(Literals.String))}]",
            _ => throw new ArgumentException($"{value} has no form in C#", nameof(value)),
        };

    private static void WriteGroup(CodeWriter code, EndpointMethodPlan group)
    {
        if (group.Tests.Count > 0)
        {
            code.Line($"// When {string.Join(" && ", EndpointValuePrinter.Print(group.Tests))}");
        }

        string result = group.Body.IsFinal ? "Endpoint" : "Endpoint?";
        code.Line(
            CodeLayout.List(
                $"private static {result} {group.Name}(",
                [.. group.Parameters.Select(static parameter => $"{parameter.TypeName} {parameter.Name}")],
                ')'
            )
        );
        using (code.Block())
        {
            EndpointStatementEmitter.Write(code, group.Body);
            if (!group.Body.IsFinal)
            {
                code.Line("return null;");
            }
        }
    }
}
