namespace Microsoft.CodeAnalysis;

/// <summary>Hides a type from other assemblies, also from those that see what is internal.</summary>
[Embedded]
[AttributeUsage(AttributeTargets.All)]
internal sealed class EmbeddedAttribute : Attribute;
