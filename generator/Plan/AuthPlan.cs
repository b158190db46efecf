namespace SsoOidcGen.Plan;

/// <summary>How an operation's requests are authenticated.</summary>
internal abstract record AuthPlan;

/// <summary>A scheme that needs no more than its name.</summary>
internal sealed record SchemePlan(SchemeName Name) : AuthPlan;

/// <summary>An API key.</summary>
/// <param name="Name">The header or the query parameter with the key.</param>
/// <param name="Prefix">Goes before the key in a header; null: nothing does.</param>
internal sealed record ApiKeyPlan(string Name, bool IsInQuery, string? Prefix) : AuthPlan;

/// <summary>The endpoint chooses among signatures.</summary>
internal sealed record EndpointChoicePlan(IReadOnlyList<AuthPlan> Schemes) : AuthPlan;

/// <summary>The first counts that the client is configured for.</summary>
internal sealed record FirstConfiguredPlan(IReadOnlyList<AuthPlan> Schemes) : AuthPlan;
