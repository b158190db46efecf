using SsoOidcGen.Model.EndpointRules;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Planning.EndpointRules;

/// <summary>Plans where the rules' parameters come from.</summary>
internal static class EndpointParameterPlanner
{
    public static EndpointParameterPlan Plan(EndpointParameter parameter, EndpointLocal local) =>
        new()
        {
            Local = local,
            ContextProperty = ContextProperty(parameter.BuiltIn),
            Name = parameter.Name,
            Kind = parameter.Kind switch
            {
                EndpointKind.Text => EndpointArgumentKind.Text,
                EndpointKind.Flag => EndpointArgumentKind.Flag,
                _ => EndpointArgumentKind.List,
            },
            // The context always has these two.
            Default = parameter.BuiltIn is EndpointBuiltIns.UseFips or EndpointBuiltIns.UseDualStack
                ? null
                : Literal(parameter.Default),
            IsRequired =
                parameter is { Required: true, Default: null }
                && parameter.BuiltIn is not (EndpointBuiltIns.UseFips or EndpointBuiltIns.UseDualStack),
        };

    private static string? ContextProperty(string? builtIn) =>
        builtIn switch
        {
            EndpointBuiltIns.Region => "Region",
            EndpointBuiltIns.Endpoint => "Endpoint",
            EndpointBuiltIns.UseFips => "UseFips",
            EndpointBuiltIns.UseDualStack => "UseDualStack",
            EndpointBuiltIns.AccountId => "AccountId",
            EndpointBuiltIns.AccountIdEndpointMode => "AccountIdEndpointMode",
            _ => null,
        };

    private static EndpointArgument? Literal(EndpointLiteral? value) =>
        value switch
        {
            null => null,
            { Text: { } text } => new TextArgument(text),
            { Flag: { } flag } => new FlagArgument(flag),
            _ => new TextsArgument(value.Items),
        };
}
