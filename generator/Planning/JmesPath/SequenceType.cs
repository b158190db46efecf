using SsoOidcGen.Plan;

namespace SsoOidcGen.Planning.JmesPath;

/// <summary>What a projection results in: items that are computed while they are asked for.</summary>
internal sealed record SequenceType(TypePlan Item, bool Sparse)
    : TypePlan($"IEnumerable<{Item.Name}{(Sparse ? "?" : "")}>", IsValueType: false);
