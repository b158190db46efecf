using SsoOidcGen.Model.EndpointRules;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Planning.EndpointRules;

/// <summary>What a place in a method can use: the types of names, and what holds their values. Immutable.</summary>
internal sealed record EndpointLocals(EndpointScope Types, IReadOnlyList<EndpointName> Names)
{
    public EndpointName this[string ruleName] => Names.First(name => name.RuleName == ruleName);

    /// <summary>What is known once a condition holds.</summary>
    public EndpointLocals After(EndpointCondition condition, EndpointName? assigned) =>
        new(Types.After(condition), assigned is null ? Names : [.. Names, assigned]);
}

/// <summary>A parameter or an assigned value, and the variable that holds it.</summary>
/// <param name="Local">Null for an assigned flag: where its name can be used, its condition held.</param>
internal sealed record EndpointName(string RuleName, EndpointLocal? Local, EndpointType DeclaredType)
{
    public static EndpointName True(string ruleName) => new(ruleName, Local: null, new EndpointType(EndpointKind.Flag));

    public static EndpointName Variable(string ruleName, string name, EndpointType type) =>
        new(ruleName, new EndpointLocal(name, TypeName(type)), type);

    private static string TypeName(EndpointType type) =>
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
