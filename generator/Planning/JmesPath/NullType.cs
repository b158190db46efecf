using SsoOidcGen.Plan;

namespace SsoOidcGen.Planning.JmesPath;

/// <summary>The type of the literal <c>null</c>, which can only be compared.</summary>
internal sealed record NullType() : TypePlan("null", IsValueType: false);
