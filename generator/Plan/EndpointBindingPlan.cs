namespace SsoOidcGen.Plan;

/// <summary>A parameter of the endpoint rules that an operation gives a value.</summary>
/// <param name="Parameter">The name in the rules.</param>
/// <param name="Value">A C# expression over the variable <c>input</c>; null stands for no value.</param>
internal sealed record EndpointBindingPlan(string Parameter, string Value)
{
    /// <summary>The value is one of a member that the model deprecates.</summary>
    public bool UsesDeprecated { get; init; }
}
