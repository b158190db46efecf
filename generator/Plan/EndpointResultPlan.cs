namespace SsoOidcGen.Plan;

/// <summary>What an endpoint rule results in.</summary>
internal sealed record EndpointResultPlan(
    EndpointValue Url,
    IReadOnlyList<EndpointSigningPlan> AuthSchemes,
    IReadOnlyList<EndpointHeaderPlan> Headers,
    IReadOnlyList<EndpointPropertyPlan> Properties
);

/// <summary>A way to sign that the endpoint accepts.</summary>
internal sealed record EndpointSigningPlan(EndpointValue Name)
{
    public EndpointValue? SigningName { get; init; }

    public EndpointValue? SigningRegion { get; init; }

    public IReadOnlyList<EndpointValue> SigningRegionSet { get; init; } = [];

    public bool DisableDoubleEncoding { get; init; }

    public bool DisableNormalizePath { get; init; }
}

internal sealed record EndpointHeaderPlan(string Name, IReadOnlyList<EndpointValue> Values);

internal sealed record EndpointPropertyPlan(string Name, EndpointPropertyContent Value);

/// <summary>A JSON value with templates in its strings.</summary>
internal abstract record EndpointPropertyContent;

internal sealed record EndpointTextContent(EndpointValue Text) : EndpointPropertyContent;

internal sealed record EndpointFlagContent(bool Value) : EndpointPropertyContent;

/// <param name="Literal">As JSON writes it.</param>
internal sealed record EndpointNumberContent(string Literal) : EndpointPropertyContent;

internal sealed record EndpointArrayContent(IReadOnlyList<EndpointPropertyContent> Items) : EndpointPropertyContent;

internal sealed record EndpointObjectContent(IReadOnlyList<EndpointPropertyPlan> Members) : EndpointPropertyContent;
