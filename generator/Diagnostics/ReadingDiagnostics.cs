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

    public static readonly DiagnosticDescriptor NotServiceModel = new(
        "SSOGEN003",
        "Not a service model",
        "{0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPages + "SSOGEN003.md"
    );

    public static readonly DiagnosticDescriptor WrongValue = new(
        "SSOGEN004",
        "Value is of the wrong kind",
        "'{0}' must be {1}, but is {2}; correct the value",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPages + "SSOGEN004.md"
    );

    public static readonly DiagnosticDescriptor MissingValue = new(
        "SSOGEN005",
        "Value is missing",
        "'{0}' is missing in this object; add it, it must be {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPages + "SSOGEN005.md"
    );

    public static readonly DiagnosticDescriptor InvalidName = new(
        "SSOGEN006",
        "Name is not an identifier",
        "'{0}' cannot be a name: use ASCII letters, digits and '_', do not begin with a digit, and stay within 200 characters",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPages + "SSOGEN006.md"
    );

    public static readonly DiagnosticDescriptor UnknownShape = new(
        "SSOGEN007",
        "Shape does not exist",
        "Shape '{0}' does not exist; add it or correct the name",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPages + "SSOGEN007.md"
    );

    public static readonly DiagnosticDescriptor UnknownShapeType = new(
        "SSOGEN008",
        "Type of a shape is unknown",
        "Shape '{0}' is of the unknown type '{1}'; it is left out with everything that needs it",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPages + "SSOGEN008.md"
    );

    public static readonly DiagnosticDescriptor UnsuitableShape = new(
        "SSOGEN009",
        "Shape does not fit its use",
        "{0} must be {1}, but '{2}' is {3}; refer to another shape",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPages + "SSOGEN009.md"
    );

    public static readonly DiagnosticDescriptor UnsupportedProtocol = new(
        "SSOGEN010",
        "Protocol is not supported",
        "The service speaks {0}, which is not supported; supported: rpcv2Cbor, awsJson1_0, awsJson1_1, awsQuery, ec2Query, restJson1, restXml",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPages + "SSOGEN010.md"
    );

    public static readonly DiagnosticDescriptor UnsupportedTrait = new(
        "SSOGEN011",
        "Trait is not supported",
        "'{0}' is not supported here and is ignored: calls that depend on it may be refused by the service",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpPages + "SSOGEN011.md"
    );

    public static readonly DiagnosticDescriptor UnsupportedAuthScheme = new(
        "SSOGEN012",
        "Authentication scheme is not supported",
        "Authentication scheme '{0}' is not supported and is ignored; supported: aws.auth#sigv4, aws.auth#sigv4a, smithy.api#httpBearerAuth, smithy.api#noAuth, and in Smithy models smithy.api#httpApiKeyAuth and smithy.api#httpBasicAuth",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpPages + "SSOGEN012.md"
    );

    public static readonly DiagnosticDescriptor NoAuthScheme = new(
        "SSOGEN013",
        "No supported authentication scheme",
        "None of the authentication schemes listed here is supported; what depends on it is left out",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPages + "SSOGEN013.md"
    );

    public static readonly DiagnosticDescriptor CyclicRequiredMember = new(
        "SSOGEN014",
        "Required members form a cycle",
        "Structure '{0}' can never be complete: its required member '{1}' leads back to it; the member counts as optional, declare it so",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPages + "SSOGEN014.md"
    );

    public static readonly DiagnosticDescriptor EndlessCollection = new(
        "SSOGEN015",
        "Lists or maps are nested without end",
        "'{0}' holds lists or maps more than {1} levels deep, or itself; put a structure in between",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPages + "SSOGEN015.md"
    );

    public static readonly DiagnosticDescriptor UnknownMember = new(
        "SSOGEN016",
        "Member does not exist",
        "Structure '{0}' has no member '{1}'; correct the name or add the member",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPages + "SSOGEN016.md"
    );

    public static readonly DiagnosticDescriptor InvalidHttpBinding = new(
        "SSOGEN017",
        "HTTP binding cannot work",
        "{0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPages + "SSOGEN017.md"
    );

    public static readonly DiagnosticDescriptor InvalidPaginator = new(
        "SSOGEN018",
        "Paginator cannot work",
        "The paginator of '{0}' is left out: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPages + "SSOGEN018.md"
    );

    public static readonly DiagnosticDescriptor InvalidWaiter = new(
        "SSOGEN019",
        "Waiter cannot work",
        "Waiter '{0}' is left out: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPages + "SSOGEN019.md"
    );

    public static readonly DiagnosticDescriptor InvalidJmesPath = new(
        "SSOGEN020",
        "JMESPath expression is not supported",
        "'{0}' cannot be used: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPages + "SSOGEN020.md"
    );

    public static readonly DiagnosticDescriptor UnfitEndpointParameter = new(
        "SSOGEN021",
        "Endpoint parameter gets a value of another type",
        "Endpoint parameter '{0}' is {1}, but gets {2} here; correct the binding or the rules, the binding is ignored",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPages + "SSOGEN021.md"
    );

    public static readonly DiagnosticDescriptor NameClash = new(
        "SSOGEN022",
        "Two things have one name",
        "'{0}' has the same name as '{1}', capitals aside; rename one of them",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPages + "SSOGEN022.md"
    );

    public static readonly DiagnosticDescriptor EndlessContainment = new(
        "SSOGEN023",
        "Resources or mixins contain themselves",
        "{0} contains itself, or is nested too deeply; remove the reference to it here",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPages + "SSOGEN023.md"
    );

    public static readonly DiagnosticDescriptor ConflictingDefinitions = new(
        "SSOGEN024",
        "Two definitions contradict each other",
        "{0} was defined before in another way, which counts; remove one of the definitions, or make both say the same",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPages + "SSOGEN024.md"
    );

    public static readonly DiagnosticDescriptor UnsuitableRename = new(
        "SSOGEN025",
        "Shape cannot be renamed",
        "'{0}' cannot be renamed, because it is {1}, whose name travels in messages or names a method; remove the entry",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPages + "SSOGEN025.md"
    );

    public static IReadOnlyList<DiagnosticDescriptor> All =>
        [
            NotJson,
            DuplicateProperty,
            NotServiceModel,
            WrongValue,
            MissingValue,
            InvalidName,
            UnknownShape,
            UnknownShapeType,
            UnsuitableShape,
            UnsupportedProtocol,
            UnsupportedTrait,
            UnsupportedAuthScheme,
            NoAuthScheme,
            CyclicRequiredMember,
            EndlessCollection,
            UnknownMember,
            InvalidHttpBinding,
            InvalidPaginator,
            InvalidWaiter,
            InvalidJmesPath,
            UnfitEndpointParameter,
            NameClash,
            EndlessContainment,
            ConflictingDefinitions,
            UnsuitableRename,
        ];
}
