using Microsoft.CodeAnalysis;
using static SsoOidcGen.Diagnostics.DiagnosticDescriptors;

namespace SsoOidcGen.Diagnostics;

/// <summary>What can be wrong with endpoint rules and partitions.</summary>
internal static class EndpointDiagnostics
{
    public static readonly DiagnosticDescriptor Malformed = new(
        "SSOGEN040",
        "Endpoint data does not have the right form",
        "{0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPages + "SSOGEN040.md"
    );

    public static readonly DiagnosticDescriptor UnsupportedVersion = new(
        "SSOGEN041",
        "Endpoint rules are written in an unsupported form",
        "{0}; use a rule set of version 1.0 or 1.1 with a 'rules' array",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPages + "SSOGEN041.md"
    );

    public static readonly DiagnosticDescriptor UnknownFunction = new(
        "SSOGEN042",
        "Endpoint rules call an unknown function",
        "There is no function '{0}'; use one of {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPages + "SSOGEN042.md"
    );

    public static readonly DiagnosticDescriptor UnknownName = new(
        "SSOGEN043",
        "Endpoint rules use an unknown name",
        "{0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPages + "SSOGEN043.md"
    );

    public static readonly DiagnosticDescriptor AssignedTwice = new(
        "SSOGEN044",
        "Endpoint rules assign a name that is taken",
        "'{0}' is a parameter or was assigned before, and cannot be assigned again; choose another name",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPages + "SSOGEN044.md"
    );

    public static readonly DiagnosticDescriptor WrongType = new(
        "SSOGEN045",
        "Endpoint rules use a value of the wrong type",
        "{0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPages + "SSOGEN045.md"
    );

    public static readonly DiagnosticDescriptor MayBeUnset = new(
        "SSOGEN046",
        "Endpoint rules use a value that may be unset",
        "This value may be unset, and {0} needs one; let an earlier condition test it with isSet or assign it to a name",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPages + "SSOGEN046.md"
    );

    public static readonly DiagnosticDescriptor UnboundBuiltIn = new(
        "SSOGEN047",
        "Built-in of an endpoint parameter is not known",
        "No value is known for the built-in '{0}', so the parameter '{1}' gets none from it",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpPages + "SSOGEN047.md"
    );

    public static readonly DiagnosticDescriptor UnsupportedSigning = new(
        "SSOGEN048",
        "Endpoint can only be reached with an unsupported signing scheme",
        "An endpoint of these rules accepts only signatures of the scheme '{0}', which clients cannot make; "
            + "calls that lead to it will fail",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpPages + "SSOGEN048.md"
    );

    public static readonly DiagnosticDescriptor UnsupportedRegionPattern = new(
        "SSOGEN049",
        "Region pattern of a partition is not supported",
        "The pattern '{0}' cannot be compiled; it must have the form ^prefix\\-\\w+\\-\\d+$, where the prefix may hold "
            + "alternatives in parentheses",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPages + "SSOGEN049.md"
    );

    public static IReadOnlyList<DiagnosticDescriptor> All =>
        [
            Malformed,
            UnsupportedVersion,
            UnknownFunction,
            UnknownName,
            AssignedTwice,
            WrongType,
            MayBeUnset,
            UnboundBuiltIn,
            UnsupportedSigning,
            UnsupportedRegionPattern,
        ];
}
