namespace SsoOidcGen.Plan;

/// <param name="Values">The known values that become constants.</param>
/// <param name="UnlistedCount">The number of known values that do not.</param>
internal sealed record EnumPlan(
    string Name,
    string ShapeName,
    string Documentation,
    bool IsSensitive,
    IReadOnlyList<EnumValuePlan> Values,
    int UnlistedCount
);
