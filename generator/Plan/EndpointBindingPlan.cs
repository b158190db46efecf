namespace SsoOidcGen.Plan;

/// <summary>A parameter of the endpoint rules that an operation gives a value.</summary>
/// <param name="Parameter">The name in the rules.</param>
internal sealed record EndpointBindingPlan(string Parameter, EndpointArgument Value)
{
    /// <summary>The value is one of a member that the model deprecates.</summary>
    public bool UsesDeprecated { get; init; }
}

/// <summary>A text, a flag or a list of texts; null stands for no value.</summary>
internal abstract record EndpointArgument;

/// <summary>Something of the operation's input.</summary>
internal sealed record PathArgument(PathPlan Path) : EndpointArgument;

internal sealed record TextArgument(string Text) : EndpointArgument;

internal sealed record FlagArgument(bool Flag) : EndpointArgument;

internal sealed record TextsArgument(IReadOnlyList<string> Texts) : EndpointArgument;
