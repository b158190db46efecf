using Microsoft.CodeAnalysis;

namespace System.Runtime.CompilerServices;

/// <summary>Marks setters that are <c>init</c>.</summary>
[Embedded]
internal static class IsExternalInit;
