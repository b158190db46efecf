using Microsoft.CodeAnalysis;

namespace System.Runtime.CompilerServices;

/// <summary>Keeps older compilers away from members that they do not understand.</summary>
[Embedded]
[AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
internal sealed class CompilerFeatureRequiredAttribute(string featureName) : Attribute
{
    public string FeatureName => featureName;
}
