namespace SsoOidcGen.Plan;

/// <summary>A known value of an enum.</summary>
/// <param name="Obsolete">Why it should not be used any more; null when it may.</param>
internal sealed record EnumValuePlan(string ConstantName, string Value, string Documentation, string? Obsolete);
