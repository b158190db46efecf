namespace SsoOidcGen.Plan;

/// <summary>Types that are declared together, in the model's order.</summary>
internal sealed record TypeGroup(IReadOnlyList<StructurePlan> Structures, IReadOnlyList<EnumPlan> Enums);
