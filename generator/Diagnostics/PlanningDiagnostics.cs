using Microsoft.CodeAnalysis;
using static SsoOidcGen.Diagnostics.DiagnosticDescriptors;

namespace SsoOidcGen.Diagnostics;

/// <summary>What can be wrong between a sound model and the project that uses it.</summary>
internal static class PlanningDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownOperation = Create(
        "SSOGEN060",
        "Unknown operation",
        "The service '{0}' has no operation '{1}', which the AwsServiceModel item asks for; {2}",
        DiagnosticSeverity.Error
    );

    public static readonly DiagnosticDescriptor TypeRenamed = Create(
        "SSOGEN061",
        "Type was renamed",
        "The shape '{0}' would become the type '{1}', but that name is taken; it is called '{2}'",
        DiagnosticSeverity.Info
    );

    public static readonly DiagnosticDescriptor DuplicateNamespace = Create(
        "SSOGEN063",
        "Two models for one namespace",
        "Two AwsServiceModel items generate into the namespace '{0}', only the first one is generated; give each a Namespace of its own",
        DiagnosticSeverity.Error
    );

    public static readonly DiagnosticDescriptor MissingRuntime = Create(
        "SSOGEN064",
        "The runtime is not referenced",
        "This project does not reference SsoOidcGen.Runtime, which generated clients need; "
            + "target net8.0 or later, where the package SsoOidcGen brings it along",
        DiagnosticSeverity.Error
    );

    public static readonly DiagnosticDescriptor OldLanguage = Create(
        "SSOGEN065",
        "C# 12 is needed",
        "Generated clients are written in C# 12; set LangVersion to 12 or higher, or target net8.0 or later",
        DiagnosticSeverity.Error
    );

    public static readonly DiagnosticDescriptor PaginatorOmitted = Create(
        "SSOGEN066",
        "Paginator has no C# form",
        "The paginator of '{0}' cannot be generated: {1}; correct its paths, or call the operation page by page",
        DiagnosticSeverity.Warning
    );

    public static readonly DiagnosticDescriptor EndpointParameterOmitted = Create(
        "SSOGEN067",
        "Endpoint parameter has no C# form",
        "Calls of '{0}' do not give the endpoint parameter '{1}' a value: {3}; correct the path '{2}'",
        DiagnosticSeverity.Warning
    );

    public static readonly DiagnosticDescriptor WaiterOmitted = Create(
        "SSOGEN068",
        "Waiter has no C# form",
        "Waiter '{0}' cannot be generated: {1}; correct its acceptors, or call the operation in a loop",
        DiagnosticSeverity.Warning
    );

    public static readonly DiagnosticDescriptor InvalidMetadata = Create(
        "SSOGEN069",
        "Metadata of a model has no usable value",
        "The {0} '{1}' of this AwsServiceModel item must be {2}; correct it in the project file, nothing is generated",
        DiagnosticSeverity.Error
    );

    public static readonly DiagnosticDescriptor UnknownMetadata = Create(
        "SSOGEN071",
        "Unknown metadata of a model",
        "AwsServiceModel items have no metadata '{0}', so it has no effect; {1}",
        DiagnosticSeverity.Warning
    );

    public static readonly DiagnosticDescriptor SpecialOperation = Create(
        "SSOGEN072",
        "Operation needs help from its caller",
        "AWS SDKs do for callers of '{0}' what its model does not describe, and this client does not: {1}",
        DiagnosticSeverity.Info
    );

    public static IReadOnlyList<DiagnosticDescriptor> All =>
        [
            UnknownOperation,
            TypeRenamed,
            DuplicateNamespace,
            MissingRuntime,
            OldLanguage,
            PaginatorOmitted,
            EndpointParameterOmitted,
            WaiterOmitted,
            InvalidMetadata,
            UnknownMetadata,
            SpecialOperation,
        ];

    private static DiagnosticDescriptor Create(string id, string title, string message, DiagnosticSeverity severity) =>
        new(id, title, message, Category, severity, isEnabledByDefault: true, helpLinkUri: HelpPages + id + ".md");
}
