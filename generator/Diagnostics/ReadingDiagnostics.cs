using Microsoft.CodeAnalysis;
using static SsoOidcGen.Diagnostics.DiagnosticDescriptors;

namespace SsoOidcGen.Diagnostics;

/// <summary>What can be wrong with the files of a model.</summary>
internal static class ReadingDiagnostics
{
    public static readonly DiagnosticDescriptor NotJson = new(
        "SSOGEN001",
        "Model file is not JSON",
        "{0}; correct the JSON here, nothing of this file was read",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPages + "SSOGEN001.md"
    );

    public static readonly DiagnosticDescriptor DuplicateProperty = new(
        "SSOGEN002",
        "Property occurs more than once",
        "'{0}' occurs more than once in this object; the last one counts, remove the others",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpPages + "SSOGEN002.md"
    );

    public static IReadOnlyList<DiagnosticDescriptor> All => [NotJson, DuplicateProperty];
}
