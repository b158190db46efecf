using Microsoft.CodeAnalysis;

namespace SsoOidcGen.Diagnostics;

/// <summary>Every diagnostic of the generator. Each id has one meaning and a page under <c>docs/diagnostics/</c>.</summary>
internal static class DiagnosticDescriptors
{
    private const string Category = "SsoOidcGen";

    public static readonly DiagnosticDescriptor NotJson = new(
        "SSOGEN001",
        "Model file is not JSON",
        "{0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true
    );

    private static readonly Dictionary<string, DiagnosticDescriptor> ById = new DiagnosticDescriptor[]
    {
        NotJson,
    }.ToDictionary(static descriptor => descriptor.Id);

    public static DiagnosticDescriptor Get(string id) => ById[id];
}
