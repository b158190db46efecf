namespace SsoOidcGen.Runtime;

/// <summary>A parameter of endpoint rules, and those that were added before it.</summary>
internal sealed record EndpointContextParameter(string Name, object Value, EndpointContextParameter? Earlier);
