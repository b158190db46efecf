namespace SsoOidcGen.Model;

/// <summary>An endpoint parameter that the user of the client sets.</summary>
internal sealed record ClientContextParameter(string Name, bool IsBoolean, string Documentation);

/// <summary>An endpoint parameter with one value for the operation: a string, a boolean or a list of strings.</summary>
internal sealed record StaticContextParameter(string Name, StaticContextValue Value);

internal sealed record StaticContextValue(string? Text, bool? Flag, EquatableArray<string> Items);

/// <summary>An endpoint parameter that a JMESPath expression takes from the input.</summary>
internal sealed record OperationContextParameter(string Name, JmesPath.JmesPathExpression Path);
