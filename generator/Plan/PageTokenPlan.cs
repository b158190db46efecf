namespace SsoOidcGen.Plan;

/// <summary>What leads from a page to the next.</summary>
/// <param name="Input">The input's member that takes it.</param>
/// <param name="LocalName">A local variable that holds it.</param>
/// <param name="Output">Where the page has it.</param>
internal sealed record PageTokenPlan(MemberPlan Input, string LocalName, PathPlan Output);
