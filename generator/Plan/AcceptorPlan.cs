namespace SsoOidcGen.Plan;

/// <summary>A rule of a waiter.</summary>
/// <param name="Description">The rule in words, without anything of a response.</param>
/// <param name="IsAboutOutput">
/// The condition is over a variable <c>output</c>, of a response that is no error; otherwise over the outcome, <c>result</c>.
/// </param>
/// <param name="Condition">The C# expression that is true when the rule matches.</param>
internal sealed record AcceptorPlan(WaiterVerdict Verdict, string Description, bool IsAboutOutput, string Condition);
