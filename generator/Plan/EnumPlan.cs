namespace SsoOidcGen.Plan;

internal sealed record EnumPlan(
    string Name,
    string ShapeName,
    string Documentation,
    bool IsSensitive,
    IReadOnlyList<EnumValuePlan> Values
);
