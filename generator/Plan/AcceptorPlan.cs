namespace SsoOidcGen.Plan;

/// <summary>A rule of a waiter.</summary>
/// <param name="Description">The rule in words, without anything of a response.</param>
internal sealed record AcceptorPlan(WaiterVerdict Verdict, string Description, AcceptorCondition Condition);

/// <summary>When a rule matches.</summary>
internal abstract record AcceptorCondition;

internal sealed record StatusIs(int Status) : AcceptorCondition;

/// <summary>The service responded with an error that has one of these codes.</summary>
internal sealed record ErrorIs(IReadOnlyList<string> Codes) : AcceptorCondition;

/// <summary>The service responded with an error; a service out of reach has not.</summary>
internal sealed record AnyError : AcceptorCondition;

internal sealed record NoError : AcceptorCondition;

/// <summary>A response that is no error has an output for which a condition holds.</summary>
internal sealed record OutputIs(PathPlan Condition) : AcceptorCondition;
