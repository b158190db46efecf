using SsoOidcGen.Model.EndpointRules;
using SsoOidcGen.Planning;

namespace SsoOidcGen.Emitting.EndpointRules;

/// <summary>What a place in a method can use: the types of names, and the variables that hold them. Immutable.</summary>
internal sealed record EndpointLocals(EndpointScope Types, IReadOnlyList<EndpointLocal> Variables)
{
    public EndpointLocal this[string ruleName] => Variables.First(variable => variable.RuleName == ruleName);

    /// <summary>What is known once a condition holds.</summary>
    public EndpointLocals After(EndpointCondition condition, EndpointLocal? assigned) =>
        new(Types.After(condition), assigned is null ? Variables : [.. Variables, assigned]);

    public static string TypeName(EndpointType type) =>
        type.Kind switch
        {
            EndpointKind.Text => "string",
            EndpointKind.Flag => "bool",
            EndpointKind.Number => "int",
            EndpointKind.TextList => "IReadOnlyList<string>",
            EndpointKind.Partition => "Partition",
            EndpointKind.Arn => "EndpointArn",
            _ => "EndpointUrl",
        } + (type.IsOptional ? "?" : "");
}
