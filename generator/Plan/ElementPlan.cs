namespace SsoOidcGen.Plan;

/// <summary>An element of XML, or a part of the keys of a form.</summary>
/// <param name="Name">With its prefix, if it has one.</param>
/// <param name="Namespace">What it declares; null for none.</param>
internal sealed record ElementPlan(string Name, NamespacePlan? Namespace = null);

/// <param name="Prefix">Null for the namespace of names without one.</param>
internal sealed record NamespacePlan(string Uri, string? Prefix);
