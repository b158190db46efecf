namespace SsoOidcGen.Model.EndpointRules;

/// <summary>The rules that turn a region and settings into an endpoint (Smithy rules engine, rule sets 1.0 and 1.1).</summary>
internal sealed record EndpointRuleSet(
    EquatableArray<EndpointParameter> Parameters,
    EquatableArray<EndpointRule> Rules
);

internal sealed record EndpointParameter
{
    public required string Name { get; init; }

    public required EndpointKind Kind { get; init; }

    public bool Required { get; init; }

    /// <summary>Where its value comes from by itself, for example <c>AWS::Region</c>.</summary>
    public string? BuiltIn { get; init; }

    public EndpointLiteral? Default { get; init; }

    public string Documentation { get; init; } = "";

    public EndpointType ValueType => new(Kind, IsOptional: !Required && Default is null);
}

internal sealed record EndpointLiteral(string? Text, bool? Flag, EquatableArray<string> Items);
