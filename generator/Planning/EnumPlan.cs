namespace SsoOidcGen.Planning;

internal sealed record EnumPlan(
    string Name,
    string ShapeName,
    string Documentation,
    Model.Deprecation? Deprecated,
    bool IsSensitive,
    IReadOnlyList<EnumValuePlan> Values
);

internal sealed record EnumValuePlan(string PropertyName, string Value);
