using SsoOidcGen.Model.EndpointRules;

namespace SsoOidcGen.Emitting.EndpointRules;

/// <summary>The C# variable that holds a parameter or an assigned value, or the constant that it is known to be.</summary>
internal sealed record EndpointLocal(string RuleName, string Code, EndpointType DeclaredType)
{
    /// <summary>An assigned flag: where its name can be used, its condition held.</summary>
    public static EndpointLocal True(string ruleName) => new(ruleName, "true", new EndpointType(EndpointKind.Flag));

    public string Declaration => $"{EndpointLocals.TypeName(DeclaredType)} {Code}";

    public bool IsConstant => Code == "true";
}
