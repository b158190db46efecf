namespace SsoOidcGen.Plan;

/// <summary>What a form begins with.</summary>
/// <param name="Action">The operation's name.</param>
/// <param name="Version">The version of the service's interface.</param>
internal sealed record FormPlan(string Action, string Version);
