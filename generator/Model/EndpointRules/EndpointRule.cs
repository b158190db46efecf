namespace SsoOidcGen.Model.EndpointRules;

/// <summary>A rule applies when all its conditions do.</summary>
internal abstract record EndpointRule(EquatableArray<EndpointCondition> Conditions);

internal sealed record EndpointResultRule(EquatableArray<EndpointCondition> Conditions, EndpointResult Endpoint)
    : EndpointRule(Conditions);

internal sealed record EndpointErrorRule(EquatableArray<EndpointCondition> Conditions, EndpointExpression Error)
    : EndpointRule(Conditions);

internal sealed record EndpointTreeRule(
    EquatableArray<EndpointCondition> Conditions,
    EquatableArray<EndpointRule> Rules
) : EndpointRule(Conditions);

/// <summary>Holds when the value is neither unset nor false; the value may be kept under a name.</summary>
internal sealed record EndpointCondition(EndpointExpression Value, string? Assign);

internal sealed record EndpointResult(
    EndpointExpression Url,
    EquatableArray<EndpointHeader> Headers,
    EquatableArray<EndpointSigning> AuthSchemes,
    EquatableArray<EndpointProperty> Properties
);

/// <summary>An entry of the property <c>authSchemes</c>: a way to sign that the endpoint accepts.</summary>
internal sealed record EndpointSigning(EndpointExpression Name)
{
    public EndpointExpression? SigningName { get; init; }

    public EndpointExpression? SigningRegion { get; init; }

    public EquatableArray<EndpointExpression> SigningRegionSet { get; init; }

    public bool DisableDoubleEncoding { get; init; }

    public bool DisableNormalizePath { get; init; }
}

internal sealed record EndpointHeader(string Name, EquatableArray<EndpointExpression> Values);

internal sealed record EndpointProperty(string Name, EndpointPropertyValue Value);

/// <summary>A JSON value with templates in its strings.</summary>
internal abstract record EndpointPropertyValue;

internal sealed record PropertyText(EndpointExpression Text) : EndpointPropertyValue;

internal sealed record PropertyFlag(bool Value) : EndpointPropertyValue;

internal sealed record PropertyNumber(string Literal) : EndpointPropertyValue;

internal sealed record PropertyArray(EquatableArray<EndpointPropertyValue> Items) : EndpointPropertyValue;

internal sealed record PropertyObject(EquatableArray<EndpointProperty> Members) : EndpointPropertyValue;
